package dev.parley.server.cli.admin;

import dev.parley.application.account.VerifyLedger;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** The books. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Checks the books.")
final class LedgerCommand extends Group {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private AdminCommand admin;

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            header = "Adds up every balance again. Ends with 1 if there is a difference, and names each.")
    int verify(@Mixin Output output) throws IOException {
        return admin.inOffice(office -> {
            var report = office.walk(VerifyLedger.class).verify();
            var row = Row.row("clean", report.isClean());
            row.put("accounts", report.accounts());
            row.put("entries", report.entries());
            row.put("differences", Row.sentences(report.differences()));
            output.one(row);
            return report.isClean() ? 0 : 1;
        });
    }
}
