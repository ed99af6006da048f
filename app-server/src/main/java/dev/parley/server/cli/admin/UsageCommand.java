package dev.parley.server.cli.admin;

import dev.parley.application.admin.ReadUsage;
import dev.parley.application.admin.ReadUsage.By;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What was asked for, added up. */
@Command(
        name = "usage",
        mixinStandardHelpOptions = true,
        header = "Adds up tasks, characters and credits.",
        description = "%nDays are of UTC, and both ends count: the 30 days up to today unless said otherwise, and at"
                + " most 92.%n")
final class UsageCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private AdminCommand admin;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private Output output;

    @Option(names = "--account", paramLabel = "ACCOUNT")
    private @Nullable String account;

    @Option(names = "--from", paramLabel = "DAY", description = "As 2026-11-01.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY")
    private @Nullable LocalDate to;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            split = ",",
            description = "Keep sums apart by any of: key, model, day.")
    private Set<By> by = EnumSet.noneOf(By.class);

    @Override
    public Integer call() throws IOException {
        return admin.inOffice(
                office -> output.rows(office.walk(ReadUsage.class).between(account, from, to, by).sums().stream()
                        .map(Row::of)
                        .toList()));
    }
}
