package dev.parley.domain.render;

/** What a caller may ask for beside the work itself. A model says which of them it takes. */
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
    PAUSE("pause"),
    INSTRUMENTAL("force_instrumental"),
    SECTION_DURATIONS("respect_sections_durations"),
    INPAINTING("store_for_inpainting"),
    SONG_SOURCE("source_from"),
    WORD_TIMES("with_timestamps"),
    FINETUNE("finetune_id"),
    SIGNED("sign_with_c2pa"),
    LOOP("loop"),
    PROMPT_INFLUENCE("prompt_influence"),
    NOISE_REMOVAL("remove_background_noise"),
    AUDIO_EVENTS("tag_audio_events"),
    DIARIZATION("diarize"),
    SPEAKER_COUNT("num_speakers"),
    SPEAKER_ROLES("detect_speaker_roles"),
    ENTITIES("entity_detection"),
    REDACTION("entity_redaction"),
    NO_VERBATIM("no_verbatim"),
    KEYTERMS("keyterms"),
    CHANNELS("use_multi_channel"),
    TEMPERATURE("temperature"),
    EXPORTS("additional_formats"),
    LOUDNESS("loudness"),
    QUALITY("quality"),
    GUIDANCE("guidance_scale"),
    ENHANCED("should_enhance");

    private final String field;

    RenderOption(String field) {
        this.field = field;
    }

    /** The name that callers know it by. */
    public String field() {
        return field;
    }
}
