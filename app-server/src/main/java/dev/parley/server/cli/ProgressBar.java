package dev.parley.server.cli;

import java.io.PrintStream;
import java.util.Objects;

/** How far something is, on one line of a terminal; on anything else, only the end is printed. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final String title;
    private final boolean terminal = Objects.requireNonNull(System.console()).isTerminal();

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

    private String line(double done, String state) {
        int full = (int) Math.round(Math.clamp(done, 0, 1) * WIDTH);
        return "%s [%s%s] %3d %% %-12s"
                .formatted(title, "#".repeat(full), ".".repeat(WIDTH - full), Math.round(done * 100), state);
    }
}
