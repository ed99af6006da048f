package dev.parley.grpc.session;

import dev.parley.application.session.OpenSession;

/**
 * What {@code SessionService} calls.
 *
 * @param breakOff ends all sessions, for a gateway that stops
 */
public record SessionWalks(OpenSession open, Runnable breakOff) {}
