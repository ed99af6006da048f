package dev.parley.application.catalog;

import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.recording.RecordingRules;
import dev.parley.domain.render.ModelRules;
import dev.parley.domain.session.SessionRules;
import dev.parley.domain.sound.SoundRules;
import java.time.Duration;
import java.util.List;

/** Names that existing clients ask for, whoever serves them here. */
record WellKnownModel(String name, String description, ModelRules rules) {

    /** OpenAI itself takes a tenth of it. */
    private static final int SPEECH_CHARACTERS = 40_000;

    /** ElevenLabs' path for it names no model: here it has the name of a price. */
    private static final String STEMS = "stem_separation_v1";

    private static final MusicRules PROMPTED_MUSIC =
            new MusicRules(4100, Duration.ofSeconds(3), Duration.ofMinutes(10), MusicRules.PlanForm.NONE);

    private static final DialogueRules ANY_STABILITY = new DialogueRules(10, 5000, StabilityRule.RANGE);

    /** The models of seeds/000 to seeds/003, and of OpenAI's speech. */
    static final List<WellKnownModel> ALL = List.of(
            new WellKnownModel(
                    "elevenlabs-text-to-dialogue-v3",
                    "Multi-speaker dialogue with expressive delivery across 70+ languages",
                    DialogueRules.DEFAULT),
            new WellKnownModel("elevenlabs-v3", "Multi-voice dialogue in 30+ languages", ANY_STABILITY),
            new WellKnownModel("eleven-v3-alpha-954", "Expressive speech in one voice", ANY_STABILITY),
            new WellKnownModel(
                    "eleven_v3", "Expressive speech and dialogue across 70+ languages", DialogueRules.DEFAULT),
            speech("eleven_multilingual_v2", "Lifelike speech in 29 languages", 10_000),
            speech("eleven_multilingual_v1", "The first multilingual speech", 10_000),
            speech("eleven_flash_v2_5", "Fast speech in 32 languages", 40_000),
            speech("eleven_flash_v2", "Fast English speech", 30_000),
            speech("eleven_turbo_v2_5", "Fast speech in 32 languages", 40_000),
            speech("eleven_turbo_v2", "Fast English speech", 30_000),
            speech("tts-1", "OpenAI's speech, made for speed", SPEECH_CHARACTERS),
            speech("tts-1-hd", "OpenAI's speech, made for quality", SPEECH_CHARACTERS),
            speech("gpt-4o-mini-tts", "OpenAI's speech that follows instructions", SPEECH_CHARACTERS),
            new WellKnownModel("music_v1", "Music by prompt, or by a plan of sections", MusicRules.SECTIONS),
            new WellKnownModel("music_v2", "Music by prompt, or by a plan of sections or chunks", MusicRules.CHUNKS),
            new WellKnownModel("music_v2_5", "Music by prompt, or by a plan of sections or chunks", MusicRules.CHUNKS),
            new WellKnownModel("elevenlabs-music-api-368", "Music by prompt", PROMPTED_MUSIC),
            new WellKnownModel("eleven_text_to_sound_v2", "Sound effects by prompt", SoundRules.DEFAULT),
            new WellKnownModel(
                    "eleven_multilingual_sts_v2", "A recording in another voice", RecordingRules.VOICE_CHANGE),
            new WellKnownModel(
                    "eleven_english_sts_v2", "An English recording in another voice", RecordingRules.VOICE_CHANGE),
            new WellKnownModel(STEMS, "A recording taken apart into its stems", RecordingRules.STEMS),
            new WellKnownModel("dubbing_v1", "A recording or a film in another language", RecordingRules.DUBBING),
            new WellKnownModel("scribe_v1", "Transcripts in 99 languages", RecordingRules.TRANSCRIPTION),
            new WellKnownModel("scribe_v2", "Transcripts in 99 languages", RecordingRules.TRANSCRIPTION),
            new WellKnownModel("scribe_v2_realtime", "Transcripts while somebody speaks", SessionRules.TRANSCRIPTION),
            new WellKnownModel("elevenlabs-agents", "Talks with agents of ElevenLabs", SessionRules.CONVERSATION));

    private static WellKnownModel speech(String name, String description, int charactersMax) {
        return new WellKnownModel(name, description, new DialogueRules(10, charactersMax, StabilityRule.RANGE));
    }
}
