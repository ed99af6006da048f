package dev.parley.adapters.webhooks;

import dev.parley.domain.account.IpRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the operator leaves open to whoever has a file fetched. Apart from {@link WebhookSettings}: a network that may be told
 * of tasks is not one that may be read by strangers.
 *
 * @param allowed addresses that may be read from although they are not public, there on any port
 * @param ports that public addresses may be read on
 * @param trust PEM file of certificates that are trusted besides the usual ones
 * @param answerLimit until an answer begins, from looking the name up, with all that it is redirected to
 * @param timeLimit for all of one file
 */
public record FetchSettings(
        List<IpRange> allowed,
        SortedSet<Integer> ports,
        @Nullable Path trust,
        Duration answerLimit,
        Duration timeLimit) {

    public static final FetchSettings DEFAULT = new FetchSettings(
            List.of(), new TreeSet<>(List.of(80, 443, 8443)), null, Duration.ofSeconds(30), Duration.ofMinutes(10));

    public FetchSettings {
        allowed = List.copyOf(allowed);
        ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
    }

    /** The same, with these addresses open. */
    public FetchSettings allowing(String... ranges) {
        return new FetchSettings(Stream.of(ranges).map(IpRange::parse).toList(), ports, trust, answerLimit, timeLimit);
    }
}
