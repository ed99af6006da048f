package dev.parley.server;

import dev.parley.server.cli.ParleyCommand;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the process starts. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(ParleyCommand.run(arguments));
    }
}
