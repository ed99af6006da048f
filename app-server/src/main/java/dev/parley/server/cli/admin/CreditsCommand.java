package dev.parley.server.cli.admin;

import dev.parley.application.admin.RunCredits;
import dev.parley.application.admin.RunCredits.Order;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Credits. */
@Command(
        name = "credits",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Gives credits, takes them back, and tells where they went.")
final class CreditsCommand extends Group {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private AdminCommand admin;

    @Command(name = "grant", mixinStandardHelpOptions = true, header = "Gives credits to an account.")
    int grant(
            @Mixin Output output,
            @Parameters(paramLabel = "ACCOUNT") String account,
            @Parameters(paramLabel = "CREDITS") String amount,
            @Option(names = "--reason", paramLabel = "TEXT", required = true) String reason)
            throws IOException {
        return admin.inOffice(
                office -> output.one(Row.of(office.walk(RunCredits.class).grant(new Order(account, amount, reason)))));
    }

    @Command(name = "withdraw", mixinStandardHelpOptions = true, header = "Takes back credits that are not used.")
    int withdraw(
            @Mixin Output output,
            @Parameters(paramLabel = "ACCOUNT") String account,
            @Parameters(paramLabel = "CREDITS") String amount,
            @Option(names = "--reason", paramLabel = "TEXT", required = true) String reason)
            throws IOException {
        return admin.inOffice(office ->
                output.one(Row.of(office.walk(RunCredits.class).withdraw(new Order(account, amount, reason)))));
    }

    @Command(name = "entries", mixinStandardHelpOptions = true, header = "The ledger of an account, oldest first.")
    int entries(@Mixin Output output, @Mixin Pages pages, @Parameters(paramLabel = "ACCOUNT") String account)
            throws IOException {
        return admin.inOffice(office -> {
            var credits = office.walk(RunCredits.class);
            return output.rows(pages.all(output, cursor -> credits.entries(account, cursor, null)).stream()
                    .map(Row::of)
                    .toList());
        });
    }
}
