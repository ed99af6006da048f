package dev.parley.server.cli.admin;

import dev.parley.application.admin.KeyDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A key's limits, as options. */
final class LimitOptions {

    @Option(names = "--allow-ip", paramLabel = "RANGE", description = "From where it may be used. Repeatable.")
    private List<String> addresses = List.of();

    @Option(names = "--model", paramLabel = "MODEL", description = "What it may ask for. Repeatable.")
    private List<String> models = List.of();

    @Option(names = "--requests-per-minute", paramLabel = "N")
    private @Nullable Integer requestsPerMinute;

    @Option(names = "--calls-at-once", paramLabel = "N")
    private @Nullable Integer callsAtOnce;

    @Option(names = "--spend-hour", paramLabel = "CREDITS", description = "In an hour of UTC.")
    private @Nullable String spendHour;

    @Option(names = "--spend-day", paramLabel = "CREDITS", description = "In a day of UTC.")
    private @Nullable String spendDay;

    @Option(names = "--spend-total", paramLabel = "CREDITS", description = "Ever.")
    private @Nullable String spendTotal;

    KeyDraft draft() {
        return new KeyDraft(addresses, models, requestsPerMinute, callsAtOnce, spendHour, spendDay, spendTotal);
    }
}
