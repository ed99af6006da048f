package dev.parley.grpc;

import dev.parley.domain.account.IpRange;
import java.time.Duration;
import java.util.List;

/**
 * How the gRPC edge is set up.
 *
 * @param bindAddress host name or address to listen on
 * @param port 0 for any free one
 * @param strict whether every request with fields unknown to the proto is refused, not only those that ask for it
 * @param messageBytesMax of one request
 * @param stopTimeout for calls under way when the server is closed
 * @param trustedProxies whose {@code x-forwarded-for} is believed
 */
public record GrpcSettings(
        String bindAddress,
        int port,
        boolean strict,
        int messageBytesMax,
        Duration stopTimeout,
        List<IpRange> trustedProxies) {
    public GrpcSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
