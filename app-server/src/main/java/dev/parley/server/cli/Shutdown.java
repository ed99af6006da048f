package dev.parley.server.cli;

import dev.parley.server.Gateway;
import java.util.concurrent.CountDownLatch;

/** Ctrl-C and SIGTERM: the gateway is closed within the hook, since the process ends when the hook does. */
final class Shutdown {

    private Shutdown() {}

    /** Returns only if the waiting thread is interrupted; otherwise the process ends here, with the gateway closed. */
    static void await(Gateway gateway) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "parley-stop"));
        new CountDownLatch(1).await();
    }
}
