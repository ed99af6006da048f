package dev.parley.plugins.sandbox;

import static dev.parley.domain.render.RenderOption.AUDIO_EVENTS;
import static dev.parley.domain.render.RenderOption.EXPORTS;
import static dev.parley.domain.render.RenderOption.INSTRUMENTAL;
import static dev.parley.domain.render.RenderOption.LOOP;
import static dev.parley.domain.render.RenderOption.NOISE_REMOVAL;
import static dev.parley.domain.render.RenderOption.PAUSE;
import static dev.parley.domain.render.RenderOption.PROMPT_INFLUENCE;
import static dev.parley.domain.render.RenderOption.SEED;
import static dev.parley.domain.render.RenderOption.SIGNED;
import static dev.parley.domain.render.RenderOption.SPEED;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.recording.RecordingRules;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.session.SessionRules;
import dev.parley.domain.sound.SoundRules;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A model for every public name that there is. Their options are taken, and most of them change nothing. */
final class SandboxModels {

    private static final MusicRules PROMPTS = new MusicRules(
            MusicRules.CHUNKS.charactersMax(),
            MusicRules.CHUNKS.shortest(),
            MusicRules.CHUNKS.longest(),
            MusicRules.PlanForm.NONE);

    private static final Set<String> SPOKEN = Set.of(
            "elevenlabs-text-to-dialogue-v3",
            "elevenlabs-v3",
            "eleven-v3-alpha-954",
            "eleven_v3",
            "tts-1",
            "tts-1-hd",
            "gpt-4o-mini-tts");

    /** Those that speak text as it comes, too. */
    private static final Set<String> SPOKEN_LIVE = Set.of(
            "eleven_multilingual_v2",
            "eleven_multilingual_v1",
            "eleven_flash_v2_5",
            "eleven_flash_v2",
            "eleven_turbo_v2_5",
            "eleven_turbo_v2");

    static final Capabilities ALL = new Capabilities(List.of(
            spoken("sandbox-speech", Set.of(Kind.DIALOGUE, Kind.SPEECH), SPOKEN),
            spoken("sandbox-speech-live", Set.of(Kind.DIALOGUE, Kind.SPEECH, Kind.SPEECH_SESSION), SPOKEN_LIVE),
            music("sandbox-music", Set.of("music_v2", "music_v2_5"), MusicRules.CHUNKS),
            music("sandbox-music-sections", Set.of("music_v1"), MusicRules.SECTIONS),
            music("sandbox-music-prompt", Set.of("elevenlabs-music-api-368"), PROMPTS),
            new Model(
                    "sandbox-sound",
                    "Noise of the length asked for, for tests.",
                    Kind.SOUND,
                    Set.of("eleven_text_to_sound_v2"),
                    SoundRules.DEFAULT,
                    Set.of(AudioFormat.PCM_44100),
                    EnumSet.of(LOOP, PROMPT_INFLUENCE)),
            new Model(
                    "sandbox-voice-change",
                    "The recording, modulated by a tone for each voice, for tests.",
                    Kind.VOICE_CHANGE,
                    Set.of("eleven_multilingual_sts_v2", "eleven_english_sts_v2"),
                    RecordingRules.VOICE_CHANGE,
                    Set.of(AudioFormat.PCM_16000, AudioFormat.PCM_44100),
                    with(EnumSet.range(SEED, SPEED), NOISE_REMOVAL)),
            new Model(
                    "sandbox-stems",
                    "The recording, modulated by a tone for each stem, for tests.",
                    Kind.STEMS,
                    Set.of("stem_separation_v1"),
                    RecordingRules.STEMS,
                    StemFile.FORMATS,
                    Set.of()),
            new Model(
                    "sandbox-dubbing",
                    "The comment within the recording, spoken for as long as that lasts, for tests.",
                    Kind.DUBBING,
                    Set.of("dubbing_v1"),
                    RecordingRules.DUBBING,
                    Set.of(AudioFormat.PCM_16000),
                    Set.of()),
            new Model(
                    "sandbox-transcription",
                    "The comment within the recording, or the key terms, for tests.",
                    Kind.TRANSCRIPTION,
                    Set.of("scribe_v1", "scribe_v2"),
                    RecordingRules.TRANSCRIPTION,
                    Set.of(),
                    with(EnumSet.range(AUDIO_EVENTS, EXPORTS), SEED)),
            new Model(
                    "sandbox-transcription-live",
                    "How much was heard, for tests.",
                    Kind.TRANSCRIPTION_SESSION,
                    Set.of("scribe_v2_realtime"),
                    SessionRules.TRANSCRIPTION,
                    Set.of(),
                    Set.of()),
            new Model(
                    "sandbox-agent",
                    "An agent that repeats what it hears, for tests.",
                    Kind.CONVERSATION,
                    Set.of("elevenlabs-agents"),
                    SessionRules.CONVERSATION,
                    Set.of(),
                    Set.of())));

    private SandboxModels() {}

    private static Model spoken(String name, Set<Kind> kinds, Set<String> standsFor) {
        return new Model(
                name,
                "The built-in voice, for tests.",
                kinds,
                standsFor,
                new DialogueRules(10, 40_000, StabilityRule.RANGE),
                Set.of(AudioFormat.PCM_16000),
                Set.of(new LanguageCode("en")),
                true,
                EnumSet.range(SEED, PAUSE));
    }

    private static Model music(String name, Set<String> standsFor, MusicRules rules) {
        return new Model(
                name,
                "Plain tones, one for each section, for tests.",
                standsFor,
                rules,
                Set.of(AudioFormat.PCM_44100),
                with(EnumSet.range(INSTRUMENTAL, SIGNED), SEED));
    }

    private static Set<RenderOption> with(EnumSet<RenderOption> options, RenderOption further) {
        options.add(further);
        return options;
    }
}
