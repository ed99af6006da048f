package dev.parley.server.config;

import static dev.parley.server.config.Setting.FETCH_ALLOW;
import static dev.parley.server.config.Setting.FETCH_PORTS;
import static dev.parley.server.config.Setting.FETCH_TIMEOUT;
import static dev.parley.server.config.Setting.WEBHOOKS_ALLOW;
import static dev.parley.server.config.Setting.WEBHOOKS_PORTS;
import static dev.parley.server.config.Setting.WEBHOOKS_TIMEOUT;
import static dev.parley.server.config.Setting.WEBHOOKS_TRUST;

import dev.parley.adapters.webhooks.FetchSettings;
import dev.parley.adapters.webhooks.WebhookSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is set about callers' URLs: those that are called, and those that files are fetched from. */
final class Webhooks {

    private static final Duration TIME_MAX = Duration.ofMinutes(2);
    private static final Duration FETCH_TIME_MAX = Duration.ofHours(2);
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private Webhooks() {}

    /** @throws IllegalArgumentException naming the bad setting and the remedy */
    static WebhookSettings of(Settings settings, Path workingDirectory) {
        return new WebhookSettings(
                ServerConfig.ranges(settings, WEBHOOKS_ALLOW),
                ports(settings, WEBHOOKS_PORTS),
                trust(settings, workingDirectory),
                timeLimit(settings, WEBHOOKS_TIMEOUT, "a time up to 2m", TIME_MAX));
    }

    /** @throws IllegalArgumentException naming the bad setting and the remedy */
    static FetchSettings fetches(Settings settings, Path workingDirectory) {
        return new FetchSettings(
                ServerConfig.ranges(settings, FETCH_ALLOW),
                ports(settings, FETCH_PORTS),
                trust(settings, workingDirectory),
                FetchSettings.DEFAULT.answerLimit(),
                timeLimit(settings, FETCH_TIMEOUT, "a time up to 2h", FETCH_TIME_MAX));
    }

    private static SortedSet<Integer> ports(Settings settings, Setting name) {
        String value = settings.value(name);
        String right = "ports from 1 to 65535 with commas, as 443,8443";
        try {
            var ports = COMMA.splitAsStream(value).map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
            if (ports.first() >= 1 && ports.last() <= 65_535) {
                return ports;
            }
        } catch (NumberFormatException e) {
            throw ServerConfig.bad(name, value, right, e);
        }
        throw ServerConfig.bad(name, value, right, null);
    }

    private static @Nullable Path trust(Settings settings, Path workingDirectory) {
        String value = settings.value(WEBHOOKS_TRUST);
        if (value.isEmpty()) {
            return null;
        }
        var file = workingDirectory.resolve(value);
        if (!Files.isReadable(file)) {
            throw ServerConfig.bad(WEBHOOKS_TRUST, value, "a PEM file of certificates that can be read", null);
        }
        return file;
    }

    private static Duration timeLimit(Settings settings, Setting name, String right, Duration max) {
        var limit = ServerConfig.duration(settings, name);
        if (limit.compareTo(max) > 0) {
            throw ServerConfig.bad(name, settings.value(name), right, null);
        }
        return limit;
    }
}
