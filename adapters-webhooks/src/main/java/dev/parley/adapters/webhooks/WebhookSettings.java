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
 * What the operator leaves open.
 *
 * @param allowed addresses that may be reached although they are not public, there also by http and on any port
 * @param ports that public addresses may be reached on
 * @param trust PEM file of certificates that are trusted besides the usual ones
 * @param timeLimit for a whole call, from looking the name up to the end of the answer
 */
public record WebhookSettings(
        List<IpRange> allowed,
        SortedSet<Integer> ports,
        @Nullable Path trust,
        Duration timeLimit) {

    public static final WebhookSettings DEFAULT =
            new WebhookSettings(List.of(), new TreeSet<>(List.of(443, 8443)), null, Duration.ofSeconds(15));

    public WebhookSettings {
        allowed = List.copyOf(allowed);
        ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
    }

    /** The same, with these addresses open. */
    public WebhookSettings allowing(String... ranges) {
        return new WebhookSettings(Stream.of(ranges).map(IpRange::parse).toList(), ports, trust, timeLimit);
    }
}
