package dev.parley.rest.apiin;

/** Where this dialect is spoken. */
final class ApiinPaths {

    static final String SPEECH = "/api/v1/audio/speech";
    static final String TASKS = "/api/v1/tasks";
    static final String MODELS = "/api/v1/models";

    private ApiinPaths() {}
}
