package dev.parley.plugins.testkit;

import java.io.IOException;

/** What an upstream does with one WebSocket. The connection ends when it returns. */
@FunctionalInterface
public interface SocketScript {

    void run(UpstreamRequest request, FakeSocket socket) throws IOException;
}
