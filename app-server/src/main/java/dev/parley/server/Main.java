package dev.parley.server;

import dev.parley.server.cli.ParleyCommand;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the process starts. */
public final class Main {

    /** How many virtual threads run at once: the JDK reads it when the first of them begins. */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private Main() {}

    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        leaveOneForTheDisk();
        System.exit(ParleyCommand.run(arguments));
    }

    /** SQLite's one writer holds its carrier while the disk is flushed: all cores are for the others meanwhile. */
    private static void leaveOneForTheDisk() {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, String.valueOf(Runtime.getRuntime().availableProcessors() + 1));
        }
    }
}
