package dev.parley.server.cli;

import java.io.PrintStream;

/** How far something is, on one line of a terminal; on anything else, only the end is printed. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final String title;
    private final boolean terminal = isTerminal();

    ProgressBar(PrintStream out, String title) {
        this.out = out;
        this.title = title;
    }

    /** @param done 0 to 1 */
    void show(double done, String state) {
        if (terminal) {
            out.print("\r" + line(done, state));
            out.flush();
        }
    }

    void end(String state) {
        out.println((terminal ? "\r" : "") + line(1, state));
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 returns null again where nobody is at the terminal.
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private String line(double done, String state) {
        int full = (int) Math.round(Math.clamp(done, 0, 1) * WIDTH);
        return "%s [%s%s] %3d %% %-12s"
                .formatted(title, "#".repeat(full), ".".repeat(WIDTH - full), Math.round(done * 100), state);
    }
}
