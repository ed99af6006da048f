package dev.parley.domain.dialogue;

/** What a caller may ask for beside text, voices and language. A model says which of them it takes. */
public enum RenderOption {
    SEED("seed"),
    SIMILARITY("similarity_boost"),
    STYLE("style"),
    SPEAKER_BOOST("use_speaker_boost"),
    SPEED("speed"),
    TEXT_NORMALIZATION("apply_text_normalization"),
    LANGUAGE_TEXT_NORMALIZATION("apply_language_text_normalization"),
    PREVIOUS_TEXT("previous_text"),
    NEXT_TEXT("next_text"),
    PREVIOUS_REQUESTS("previous_request_ids"),
    NEXT_REQUESTS("next_request_ids"),
    PRONUNCIATION("pronunciation_dictionary_locators"),
    INSTANT_CLONE("use_pvc_as_ivc"),
    AUDIO_EFFECTS("audio_effects"),
    LOGGING("enable_logging"),
    LATENCY("optimize_streaming_latency"),
    INSTRUCTIONS("instructions"),
    PAUSE("pause");

    private final String field;

    RenderOption(String field) {
        this.field = field;
    }

    /** The name that callers know it by. */
    public String field() {
        return field;
    }
}
