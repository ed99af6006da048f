package dev.parley.server.cli;

import java.util.concurrent.CountDownLatch;

/** The end of the process, whether by Ctrl-C, by SIGTERM or because all is done. */
final class Shutdown {

    private Shutdown() {}

    /** The process ends when {@code stop} has. */
    static void onExit(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "parley-stop"));
    }

    /** Waits for the end of the process. */
    static void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
