package dev.parley.server.config;

import static dev.parley.server.config.Setting.*;

import dev.parley.adapters.webhooks.FetchSettings;
import dev.parley.adapters.webhooks.WebhookSettings;
import dev.parley.application.Limits;
import dev.parley.application.SessionLimits;
import dev.parley.application.admin.Password;
import dev.parley.application.catalog.RoutingRule;
import dev.parley.application.stream.OnLeave;
import dev.parley.application.turns.Joining;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Tariff;
import dev.parley.domain.session.Load;
import dev.parley.domain.task.RetryPolicy;
import dev.parley.domain.task.RetryPolicy.OnUnknown;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything the gateway is told at its start, checked.
 *
 * @param httpPort 0 for any free port
 * @param grpcPort 0 for any free port
 * @param bind address that both listen on
 * @param publicUrl under which callers reach the gateway; the HTTP address where null
 * @param trustedProxies whose word is taken for where a request comes from
 * @param strict whether unknown fields are refused
 * @param snapsStability whether a stability that a model does not take becomes the nearest that it does
 * @param onLeave what becomes of a live stream whose caller has gone
 * @param joining how dialogues are spoken by who has only speech
 * @param firstKey of a new installation; a random one is made where null
 * @param adminPassword of the first admin; a random one is made where null
 * @param providers settings by provider and key
 * @param onUnknown what follows an attempt of unknown outcome, by provider, where it is not as in {@code limits}
 * @param atOnce how many renderings a provider may be asked for at once, by provider, where it is not as in {@code limits}
 * @param routes who serves a public model, where the operator has said so
 * @param pluginHashes SHA-256 of the jars that may be loaded; any where empty
 * @param database where everything but audio is kept
 * @param webhooks what callers' URLs may lead to
 * @param fetches what the URLs of callers' files may lead to
 */
public record ServerConfig(
        int httpPort,
        int grpcPort,
        String bind,
        Path dataDir,
        @Nullable URI publicUrl,
        List<IpRange> trustedProxies,
        boolean strict,
        boolean snapsStability,
        OnLeave onLeave,
        Joining joining,
        @Nullable KeySecret firstKey,
        Credits firstCredits,
        @Nullable Password adminPassword,
        Tariff tariff,
        Limits limits,
        Map<String, Map<String, String>> providers,
        Map<String, OnUnknown> onUnknown,
        Map<String, Integer> atOnce,
        Map<String, RoutingRule> routes,
        Set<String> pluginHashes,
        Database database,
        WebhookSettings webhooks,
        FetchSettings fetches) {

    private static final Duration GAP_MAX = Duration.ofSeconds(10);

    /** Names providers only: what is set for them may be a secret. */
    @Override
    public String toString() {
        return "ServerConfig[dataDir=" + dataDir + ", providers=" + new TreeSet<>(providers.keySet()) + "]";
    }

    /** @throws IllegalArgumentException naming the bad setting and the remedy */
    public static ServerConfig load(Map<String, String> environment, Path workingDirectory) {
        var settings = Settings.load(environment, workingDirectory);
        var dataDir = workingDirectory.resolve(settings.value(DATA_DIR));
        String key = settings.value(BOOTSTRAP_KEY);
        String password = settings.value(ADMIN_PASSWORD);
        String publicUrl = settings.value(PUBLIC_URL);
        return new ServerConfig(
                port(settings, HTTP_PORT),
                port(settings, GRPC_PORT),
                address(settings.value(BIND)),
                dataDir,
                publicUrl.isEmpty() ? null : webUrl(publicUrl),
                ranges(settings, TRUSTED_PROXIES),
                flag(settings, STRICT),
                flag(settings, STABILITY_SNAP),
                onLeave(settings),
                new Joining((int) number(settings, DIALOGUE_TURNS_AT_ONCE, 1, 32), gap(settings)),
                key.isEmpty() ? null : new KeySecret(key),
                credits("bootstrap.credits", settings.value(BOOTSTRAP_CREDITS)),
                password.isEmpty() ? null : new Password(password),
                Prices.tariff(settings.tariff()),
                limits(settings),
                ProviderSettings.theirs(settings.providers()),
                ProviderSettings.onUnknown(settings.providers()),
                ProviderSettings.atOnce(settings.providers()),
                Routing.rules(settings.routes()),
                hashes(settings.value(PLUGINS_SHA256)),
                Database.of(settings, dataDir, (int) number(settings, DB_CONNECTIONS, 2, 1000)),
                Webhooks.of(settings, workingDirectory),
                Webhooks.fetches(settings, workingDirectory));
    }

    /**
     * A price for a model that nobody has is a misspelt one.
     *
     * @throws IllegalArgumentException naming it
     */
    public void checkTariff(Collection<String> models) {
        for (String priced : new TreeSet<>(tariff.rates().keySet())) {
            String model = Tariff.modelOf(priced);
            if (!models.contains(model) && !Prices.isShipped(model)) {
                throw new IllegalArgumentException("'tariff." + priced + "' names no model. Models: "
                        + String.join(", ", new TreeSet<>(models)) + ".");
            }
        }
    }

    private static Limits limits(Settings settings) {
        return new Limits(
                (int) number(settings, LIMITS_BODY_BYTES, 1, 64 << 20),
                (int) number(settings, LIMITS_TASKS_PENDING, 1, 10_000_000),
                (int) number(settings, LIMITS_ACCOUNT_PENDING, 1, 10_000_000),
                (int) number(settings, LIMITS_RENDERS, 1, 10_000),
                (int) number(settings, LIMITS_ACCOUNT_RENDERS, 1, 10_000),
                (int) number(settings, LIMITS_STREAMS, 1, 100_000),
                (int) number(settings, LIMITS_ACCOUNT_STREAMS, 1, 100_000),
                (int) number(settings, LIMITS_PROVIDER_RENDERS, 1, 100_000),
                duration(settings, LIMITS_ATTEMPT_TIMEOUT),
                duration(settings, LIMITS_DUBBING_TIMEOUT),
                number(settings, LIMITS_AUDIO_BYTES, 1, 1L << 40),
                number(settings, LIMITS_UPLOAD_BYTES, 1, 1L << 40),
                number(settings, LIMITS_TRANSCRIPTION_BYTES, 1, 1L << 40),
                (int) number(settings, LIMITS_UPLOADS, 1, 100_000),
                (int) number(settings, LIMITS_ACCOUNT_FETCHES, 1, 1000),
                number(settings, LIMITS_DISK_FREE_BYTES, 0, 1L << 50),
                (int) number(settings, LIMITS_FREE_CALLS, 1, 1_000_000),
                duration(settings, LIMITS_AUDIO_AGE),
                duration(settings, LIMITS_IDEMPOTENCY_AGE),
                duration(settings, LIMITS_EVENT_AGE),
                duration(settings, LIMITS_DELIVERY_AGE),
                (int) number(settings, LIMITS_ACCOUNT_ENDPOINTS, 1, 1000),
                (int) number(settings, LIMITS_PAGE, 1, 1000),
                duration(settings, LIMITS_STOP_TIMEOUT),
                new SessionLimits(
                        (int) number(settings, LIMITS_SESSIONS, 1, 100_000),
                        (int) number(settings, LIMITS_ACCOUNT_SESSIONS, 1, 100_000),
                        duration(settings, LIMITS_SESSION_IDLE),
                        duration(settings, LIMITS_SESSION_TOTAL),
                        new Load(
                                (int) number(settings, LIMITS_SESSION_CHARACTERS, 1, 10_000_000),
                                duration(settings, LIMITS_SESSION_AUDIO))),
                new RetryPolicy(
                        (int) number(settings, LIMITS_ATTEMPTS, 1, 100),
                        duration(settings, LIMITS_RETRY_PAUSE),
                        ProviderSettings.onUnknown(TASKS_ON_UNKNOWN.key(), settings.value(TASKS_ON_UNKNOWN))));
    }

    private static OnLeave onLeave(Settings settings) {
        String value = settings.value(STREAMS_ON_LEAVE);
        return switch (value.strip()) {
            case "cancel" -> OnLeave.CANCEL;
            case "finish" -> OnLeave.FINISH;
            default -> throw bad(STREAMS_ON_LEAVE, value, "'cancel' or 'finish'", null);
        };
    }

    private static String address(String value) {
        try {
            if (InetAddress.getAllByName(value).length > 0 && !value.isEmpty()) {
                return value;
            }
        } catch (UnknownHostException e) {
            throw bad(BIND, value, "an address of this machine, as 127.0.0.1 or 0.0.0.0", e);
        }
        throw bad(BIND, value, "an address of this machine, as 127.0.0.1 or 0.0.0.0", null);
    }

    static List<IpRange> ranges(Settings settings, Setting setting) {
        String value = settings.value(setting);
        try {
            return Arrays.stream(value.split(",", -1))
                    .map(String::strip)
                    .filter(range -> !range.isEmpty())
                    .map(IpRange::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw bad(setting, value, "addresses and ranges with commas, as 10.0.0.0/8,fd00::/8", e);
        }
    }

    private static Set<String> hashes(String value) {
        var hashes = Arrays.stream(value.split(",", -1))
                .map(hash -> hash.strip().toLowerCase(Locale.ROOT))
                .filter(hash -> !hash.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (!hashes.stream().allMatch(hash -> hash.matches("[0-9a-f]{64}"))) {
            throw bad(PLUGINS_SHA256, value, "SHA-256 hashes in hexadecimal, with commas", null);
        }
        return hashes;
    }

    private static int port(Settings settings, Setting setting) {
        return (int) number(settings, setting, 0, 65_535);
    }

    private static long number(Settings settings, Setting setting, long min, long max) {
        String value = settings.value(setting);
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(setting, value, "a whole number from " + min + " to " + max, e);
        }
        throw bad(setting, value, "a whole number from " + min + " to " + max, null);
    }

    private static boolean flag(Settings settings, Setting setting) {
        return switch (settings.value(setting).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(setting, settings.value(setting), "true or false", null);
        };
    }

    private static Duration gap(Settings settings) {
        String value = settings.value(DIALOGUE_GAP);
        String right = "a time from 0s to " + GAP_MAX.toSeconds() + "s, as 300ms or 0.3s";
        try {
            var gap = value.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(value.substring(0, value.length() - 2)))
                    : Duration.parse("PT" + value);
            if (!gap.isNegative() && gap.compareTo(GAP_MAX) <= 0) {
                return gap;
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            throw bad(DIALOGUE_GAP, value, right, e);
        }
        throw bad(DIALOGUE_GAP, value, right, null);
    }

    static Duration duration(Settings settings, Setting setting) {
        String value = settings.value(setting);
        try {
            var duration = Duration.parse("PT" + value);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw bad(setting, value, "a time such as 25s, 15m or 24h", e);
        }
        throw bad(setting, value, "a time such as 25s, 15m or 24h", null);
    }

    static Credits credits(String key, String value) {
        try {
            return Credits.parse(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + key + "': " + e.getMessage() + ".", e);
        }
    }

    private static URI webUrl(String value) {
        try {
            var url = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw bad(PUBLIC_URL, value, "an http or https URL", e);
        }
        throw bad(PUBLIC_URL, value, "an http or https URL", null);
    }

    static IllegalArgumentException bad(Setting setting, String value, String right, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "'" + setting.key() + "' (" + setting.environmentVariable() + ") must be " + right + ", not '" + value
                        + "'.",
                cause);
    }
}
