package dev.parley.grpc;

import java.time.Duration;

/**
 * How the gRPC edge is set up.
 *
 * @param bindAddress host name or address to listen on
 * @param port 0 for any free one
 * @param strict whether every request with fields unknown to the proto is refused, not only those that ask for it
 * @param messageBytesMax of one request
 * @param stopTimeout for calls under way when the server is closed
 */
public record GrpcSettings(String bindAddress, int port, boolean strict, int messageBytesMax, Duration stopTimeout) {}
