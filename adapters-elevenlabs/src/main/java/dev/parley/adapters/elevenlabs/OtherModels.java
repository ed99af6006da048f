package dev.parley.adapters.elevenlabs;

import static dev.parley.domain.audio.AudioFormat.MP3_48000_128;
import static dev.parley.domain.audio.AudioFormat.MP3_48000_192;
import static dev.parley.domain.audio.AudioFormat.MP3_48000_240;
import static dev.parley.domain.audio.AudioFormat.MP3_48000_320;
import static dev.parley.domain.render.RenderOption.AUDIO_EVENTS;
import static dev.parley.domain.render.RenderOption.CHANNELS;
import static dev.parley.domain.render.RenderOption.DIARIZATION;
import static dev.parley.domain.render.RenderOption.ENTITIES;
import static dev.parley.domain.render.RenderOption.EXPORTS;
import static dev.parley.domain.render.RenderOption.FINETUNE;
import static dev.parley.domain.render.RenderOption.INPAINTING;
import static dev.parley.domain.render.RenderOption.INSTRUMENTAL;
import static dev.parley.domain.render.RenderOption.KEYTERMS;
import static dev.parley.domain.render.RenderOption.LOOP;
import static dev.parley.domain.render.RenderOption.NOISE_REMOVAL;
import static dev.parley.domain.render.RenderOption.NO_VERBATIM;
import static dev.parley.domain.render.RenderOption.PROMPT_INFLUENCE;
import static dev.parley.domain.render.RenderOption.REDACTION;
import static dev.parley.domain.render.RenderOption.SECTION_DURATIONS;
import static dev.parley.domain.render.RenderOption.SEED;
import static dev.parley.domain.render.RenderOption.SIGNED;
import static dev.parley.domain.render.RenderOption.SIMILARITY;
import static dev.parley.domain.render.RenderOption.SONG_SOURCE;
import static dev.parley.domain.render.RenderOption.SPEAKER_BOOST;
import static dev.parley.domain.render.RenderOption.SPEAKER_COUNT;
import static dev.parley.domain.render.RenderOption.SPEAKER_ROLES;
import static dev.parley.domain.render.RenderOption.STYLE;
import static dev.parley.domain.render.RenderOption.TEMPERATURE;
import static dev.parley.domain.render.RenderOption.WORD_TIMES;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.recording.RecordingRules;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.ModelRules;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.session.SessionRules;
import dev.parley.domain.sound.SoundRules;
import dev.parley.ports.provider.Model;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The upstream's models that do not speak, as data. */
final class OtherModels {

    /** Nothing but music comes in these. */
    static final Set<AudioFormat> OF_MUSIC_ONLY = Set.of(MP3_48000_128, MP3_48000_192, MP3_48000_240, MP3_48000_320);

    /** Ours: the upstream has no name for what runs an agent. */
    private static final String AGENTS = "elevenlabs-agents";

    private static final Set<RenderOption> MUSIC_OPTIONS =
            EnumSet.of(SEED, INSTRUMENTAL, INPAINTING, SONG_SOURCE, WORD_TIMES, FINETUNE, SIGNED);

    private static final Set<RenderOption> VOICE_CHANGE_OPTIONS =
            EnumSet.of(SEED, SIMILARITY, STYLE, SPEAKER_BOOST, NOISE_REMOVAL);

    private static final Set<RenderOption> TRANSCRIPTION_OPTIONS = EnumSet.of(
            AUDIO_EVENTS,
            DIARIZATION,
            SPEAKER_COUNT,
            SPEAKER_ROLES,
            ENTITIES,
            REDACTION,
            KEYTERMS,
            CHANNELS,
            TEMPERATURE,
            SEED,
            EXPORTS);

    private OtherModels() {}

    /**
     * @param music formats that the upstream's plan allows
     * @param usual those of them that are not for music only
     */
    static List<Model> making(Set<AudioFormat> music, Set<AudioFormat> usual) {
        return List.of(
                firstMusic(music),
                music("music_v2", "Music by a prompt or a plan", music),
                music("music_v2_5", "Music by a prompt or a plan", music),
                model(
                        "eleven_text_to_sound_v2",
                        "Sound effects",
                        Kind.SOUND,
                        SoundRules.DEFAULT,
                        usual,
                        EnumSet.of(LOOP, PROMPT_INFLUENCE)),
                voiceChange("eleven_multilingual_sts_v2", "Another voice for a recording in 29 languages", usual),
                voiceChange("eleven_english_sts_v2", "Another voice for an English recording", usual),
                model(
                        "stem_separation_v1",
                        "What music is mixed of",
                        Kind.STEMS,
                        RecordingRules.STEMS,
                        usual,
                        Set.of()),
                model(
                        "dubbing_v1",
                        "Recordings and films in 30 languages",
                        Kind.DUBBING,
                        RecordingRules.DUBBING,
                        Set.of(AudioFormat.MP3_44100_128),
                        Set.of()),
                transcription("scribe_v1", TRANSCRIPTION_OPTIONS),
                transcription("scribe_v2", with(TRANSCRIPTION_OPTIONS, NO_VERBATIM)),
                model(
                        "scribe_v2_realtime",
                        "Transcripts as somebody speaks, in 90 languages",
                        Kind.TRANSCRIPTION_SESSION,
                        SessionRules.TRANSCRIPTION,
                        Set.of(),
                        Set.of()),
                model(
                        AGENTS,
                        "Talks with the agents of the account",
                        Kind.CONVERSATION,
                        SessionRules.CONVERSATION,
                        Set.of(),
                        Set.of()));
    }

    /** The one whose parts need not keep their lengths. It is what resellers sell under names of their own. */
    private static Model firstMusic(Set<AudioFormat> formats) {
        return new Model(
                "music_v1",
                "Music by a prompt or a plan of sections",
                Set.of("music_v1", "elevenlabs-music-api-368"),
                MusicRules.SECTIONS,
                formats,
                with(MUSIC_OPTIONS, SECTION_DURATIONS));
    }

    private static Model music(String name, String description, Set<AudioFormat> formats) {
        return new Model(name, description, Set.of(name), MusicRules.CHUNKS, formats, MUSIC_OPTIONS);
    }

    private static Model voiceChange(String name, String description, Set<AudioFormat> formats) {
        return model(name, description, Kind.VOICE_CHANGE, RecordingRules.VOICE_CHANGE, formats, VOICE_CHANGE_OPTIONS);
    }

    private static Model transcription(String name, Set<RenderOption> options) {
        return model(
                name,
                "Transcripts in 99 languages",
                Kind.TRANSCRIPTION,
                RecordingRules.TRANSCRIPTION,
                Set.of(),
                options);
    }

    private static Model model(
            String name,
            String description,
            Kind kind,
            ModelRules rules,
            Set<AudioFormat> formats,
            Set<RenderOption> options) {
        return new Model(name, description, kind, Set.of(name), rules, formats, options);
    }

    private static Set<RenderOption> with(Set<RenderOption> options, RenderOption one) {
        var more = EnumSet.copyOf(options);
        more.add(one);
        return more;
    }
}
