package dev.parley.server.cli;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C and SIGTERM: what must be done is done within the hook, since the process ends when the hook does. */
final class Shutdown {

    private Shutdown() {}

    /** Does not return, but for an interrupt. */
    static void await(Runnable stop) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "parley-stop"));
        new CountDownLatch(1).await();
    }
}
