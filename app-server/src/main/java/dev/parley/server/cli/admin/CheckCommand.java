package dev.parley.server.cli.admin;

import dev.parley.adapters.storage.jdbc.DatabaseCheck;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Whether the database is whole. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        header = "Checks the database: its file, what its lines refer to, and the books.",
        description = "%nEnds with 1 if there is a difference, and names each.%n")
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private AdminCommand admin;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private Output output;

    @Override
    public Integer call() throws IOException {
        return admin.inOffice(office -> {
            var complaints = office.walk(DatabaseCheck.class).complaints();
            var row = Row.row("clean", complaints.isEmpty());
            row.put("differences", Row.sentences(complaints));
            output.one(row);
            return complaints.isEmpty() ? 0 : 1;
        });
    }
}
