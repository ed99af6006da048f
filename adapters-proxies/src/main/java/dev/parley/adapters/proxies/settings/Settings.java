package dev.parley.adapters.proxies.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the operator set, checked.
 *
 * @param baseUrl without a slash at the end
 * @param pollPace shortest usual wait before a job is asked after again; it is drawn evenly from this to twice this
 * @param voices more voices by the name that callers may say, and what the upstream is sent for it
 * @param pricePer1000 of the upstream's price list, in its own unit; null where costs are only recorded if told
 */
public record Settings(
        String key,
        URI baseUrl,
        Duration pollPace,
        Timeouts timeouts,
        FileLimits files,
        Map<String, String> voices,
        @Nullable BigDecimal pricePer1000) {

    /** Nobody may make us ask more often, whatever rings. */
    private static final Duration FLOOR = Duration.ofSeconds(1);

    public Settings {
        voices = Map.copyOf(voices);
    }

    /**
     * @param connect to the upstream, and to where its files are
     * @param answer to a submission or a question, whole
     * @param idle between two pieces of a file, while somebody waits for one
     * @param file of all waits for pieces of one file
     */
    public record Timeouts(Duration connect, Duration answer, Duration idle, Duration file) {}

    /**
     * @param bytesMax of one file
     * @param hosts on which files may lie, each with all below it; empty is any public one
     */
    public record FileLimits(long bytesMax, List<String> hosts) {
        public FileLimits {
            hosts = List.copyOf(hosts);
        }
    }

    /** Shortest time between two questions about one job. */
    public Duration pollFloor() {
        return pollPace.compareTo(FLOOR) < 0 ? pollPace : FLOOR;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Settings[" + baseUrl + "]";
    }
}
