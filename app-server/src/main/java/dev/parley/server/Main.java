package dev.parley.server;

import dev.parley.server.cli.ParleyCommand;

/** Where the process starts. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(ParleyCommand.run(arguments));
    }
}
