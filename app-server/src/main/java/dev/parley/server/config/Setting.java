package dev.parley.server.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting by its key in parley.yml. Its environment variable is PARLEY_ and the key in capitals, full stops as underscores. */
enum Setting {
    HTTP_PORT("http.port", "8080"),
    GRPC_PORT("grpc.port", "9090"),
    BIND("bind", "127.0.0.1"),
    DATA_DIR("data.dir", "parley-data"),
    PUBLIC_URL("public.url", ""),
    TRUSTED_PROXIES("trusted.proxies", ""),
    DB_URL("db.url", ""),
    DB_USER("db.user", ""),
    DB_PASSWORD("db.password", ""),
    DB_CONNECTIONS("db.connections", "10"),
    STRICT("strict", "false"),
    STREAMS_ON_LEAVE("streams.on_leave", "cancel"),
    STABILITY_SNAP("stability.snap", "false"),
    DIALOGUE_TURNS_AT_ONCE("dialogue.turns_at_once", "4"),
    DIALOGUE_GAP("dialogue.gap", "300ms"),
    PLUGINS_SHA256("plugins.sha256", ""),
    TASKS_ON_UNKNOWN("tasks.on_unknown", "redispatch"),
    WEBHOOKS_ALLOW("webhooks.allow", ""),
    WEBHOOKS_PORTS("webhooks.ports", "443,8443"),
    WEBHOOKS_TRUST("webhooks.trust", ""),
    WEBHOOKS_TIMEOUT("webhooks.timeout", "15s"),
    FETCH_ALLOW("fetch.allow", ""),
    FETCH_PORTS("fetch.ports", "80,443,8443"),
    FETCH_TIMEOUT("fetch.timeout", "10m"),
    BOOTSTRAP_KEY("bootstrap.key", ""),
    BOOTSTRAP_CREDITS("bootstrap.credits", "1000"),
    ADMIN_PASSWORD("admin.password", ""),
    LIMITS_BODY_BYTES("limits.body_bytes", "1048576"),
    LIMITS_TASKS_PENDING("limits.tasks_pending", "10000"),
    LIMITS_ACCOUNT_PENDING("limits.account_pending", "1000"),
    LIMITS_RENDERS("limits.renders", "8"),
    LIMITS_ACCOUNT_RENDERS("limits.account_renders", "4"),
    LIMITS_STREAMS("limits.streams", "200"),
    LIMITS_ACCOUNT_STREAMS("limits.account_streams", "100"),
    LIMITS_PROVIDER_RENDERS("limits.provider_renders", "100"),
    LIMITS_ATTEMPT_TIMEOUT("limits.attempt_timeout", "15m"),
    LIMITS_DUBBING_TIMEOUT("limits.dubbing_timeout", "6h"),
    LIMITS_ATTEMPTS("limits.attempts", "3"),
    LIMITS_RETRY_PAUSE("limits.retry_pause", "2s"),
    LIMITS_AUDIO_BYTES("limits.audio_bytes", "209715200"),
    LIMITS_UPLOAD_BYTES("limits.upload_bytes", "50000000"),
    LIMITS_TRANSCRIPTION_BYTES("limits.transcription_bytes", "1000000000"),
    LIMITS_UPLOADS("limits.uploads", "200"),
    LIMITS_ACCOUNT_FETCHES("limits.account_fetches", "4"),
    LIMITS_DISK_FREE_BYTES("limits.disk_free_bytes", "536870912"),
    LIMITS_FREE_CALLS("limits.free_calls_per_minute", "30"),
    LIMITS_AUDIO_AGE("limits.audio_age", "24h"),
    LIMITS_IDEMPOTENCY_AGE("limits.idempotency_age", "24h"),
    LIMITS_EVENT_AGE("limits.event_age", "720h"),
    LIMITS_DELIVERY_AGE("limits.delivery_age", "720h"),
    LIMITS_ACCOUNT_ENDPOINTS("limits.account_endpoints", "20"),
    LIMITS_PAGE("limits.page", "100"),
    LIMITS_SESSIONS("limits.sessions", "700"),
    LIMITS_ACCOUNT_SESSIONS("limits.account_sessions", "100"),
    LIMITS_SESSION_IDLE("limits.session_idle", "3m"),
    LIMITS_SESSION_TOTAL("limits.session_total", "1h"),
    LIMITS_SESSION_CHARACTERS("limits.session_characters", "10000"),
    LIMITS_SESSION_AUDIO("limits.session_audio", "30m"),
    LIMITS_STOP_TIMEOUT("limits.stop_timeout", "25s");

    private final String key;
    private final String standard;

    Setting(String key, String standard) {
        this.key = key;
        this.standard = standard;
    }

    String key() {
        return key;
    }

    /** Its value where nothing is set. */
    String standard() {
        return standard;
    }

    String environmentVariable() {
        return Settings.ENVIRONMENT_PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    static Optional<Setting> ofEnvironmentVariable(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.environmentVariable().equals(name))
                .findFirst();
    }
}
