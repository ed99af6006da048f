package dev.parley.server.config;

import static dev.parley.server.config.Setting.*;

import dev.parley.application.Limits;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Tariff;
import dev.parley.domain.task.RetryPolicy;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything the gateway is told at its start, checked.
 *
 * @param httpPort 0 for any free port
 * @param grpcPort 0 for any free port
 * @param bind address that both listen on
 * @param publicUrl under which callers reach the gateway; the HTTP address where null
 * @param strict whether unknown fields are refused
 * @param firstKey of a new installation; a random one is made where null
 * @param providers settings by provider and key
 */
public record ServerConfig(
        int httpPort,
        int grpcPort,
        String bind,
        Path dataDir,
        @Nullable URI publicUrl,
        boolean strict,
        @Nullable KeySecret firstKey,
        Credits firstCredits,
        Tariff tariff,
        Limits limits,
        Map<String, Map<String, String>> providers) {

    /** @throws IllegalArgumentException naming the bad setting and the remedy */
    public static ServerConfig load(Map<String, String> environment, Path workingDirectory) {
        var settings = Settings.load(environment, workingDirectory);
        if (!settings.value(DB_URL).isEmpty()) {
            throw new IllegalArgumentException(
                    "'db.url' is set, but this version keeps its data in SQLite in the data directory. Unset it.");
        }
        String key = settings.value(BOOTSTRAP_KEY);
        String publicUrl = settings.value(PUBLIC_URL);
        return new ServerConfig(
                port(settings, HTTP_PORT),
                port(settings, GRPC_PORT),
                address(settings.value(BIND)),
                workingDirectory.resolve(settings.value(DATA_DIR)),
                publicUrl.isEmpty() ? null : webUrl(publicUrl),
                flag(settings, STRICT),
                key.isEmpty() ? null : new KeySecret(key),
                credits("bootstrap.credits", settings.value(BOOTSTRAP_CREDITS)),
                Prices.tariff(settings.tariff()),
                limits(settings),
                settings.providers());
    }

    /**
     * A price for a model that nobody has is a misspelt one.
     *
     * @throws IllegalArgumentException naming it
     */
    public void checkTariff(Collection<String> models) {
        for (String priced : new TreeSet<>(tariff.rates().keySet())) {
            if (!models.contains(priced) && !Prices.isShipped(priced)) {
                throw new IllegalArgumentException("'tariff." + priced + "' names no model. Models: "
                        + String.join(", ", new TreeSet<>(models)) + ".");
            }
        }
    }

    private static Limits limits(Settings settings) {
        return new Limits(
                (int) number(settings, LIMITS_BODY_BYTES, 1, 64 << 20),
                (int) number(settings, LIMITS_TASKS_PENDING, 1, 10_000_000),
                (int) number(settings, LIMITS_RENDERS, 1, 10_000),
                (int) number(settings, LIMITS_STREAMS, 1, 100_000),
                duration(settings, LIMITS_ATTEMPT_TIMEOUT),
                number(settings, LIMITS_AUDIO_BYTES, 1, 1L << 40),
                duration(settings, LIMITS_AUDIO_AGE),
                (int) number(settings, LIMITS_PAGE, 1, 1000),
                duration(settings, LIMITS_STOP_TIMEOUT),
                new RetryPolicy(
                        (int) number(settings, LIMITS_ATTEMPTS, 1, 100), duration(settings, LIMITS_RETRY_PAUSE)));
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

    private static Duration duration(Settings settings, Setting setting) {
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

    private static IllegalArgumentException bad(
            Setting setting, String value, String right, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "'" + setting.key() + "' (" + setting.environmentVariable() + ") must be " + right + ", not '" + value
                        + "'.",
                cause);
    }
}
