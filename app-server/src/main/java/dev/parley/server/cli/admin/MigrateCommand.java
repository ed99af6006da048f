package dev.parley.server.cli.admin;

import dev.parley.server.config.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** From SQLite to PostgreSQL, or back. */
@Command(
        name = "migrate-db",
        mixinStandardHelpOptions = true,
        header = "Carries everything into another, empty database, while no server runs.",
        description = "%nCompares the lines of every table, every balance and the books before it keeps anything. The"
                + " server's own database stays as it is.%n")
final class MigrateCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private AdminCommand admin;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private Output output;

    @Parameters(
            paramLabel = "URL",
            description = "jdbc:postgresql://HOST/DATABASE of an empty database, or jdbc:sqlite:FILE of a new file.")
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private String url;

    @Option(names = "--user", paramLabel = "NAME", description = "Of the PostgreSQL server.")
    private @Nullable String user;

    @Option(
            names = "--password-stdin",
            description = "Read its password from standard input, one line: other users of this machine can see a URL.")
    private boolean typed;

    @Override
    public Integer call() throws IOException {
        var target = Database.target(url, user, typed ? line() : null, admin.workingDirectory());
        return admin.inOffice(office -> output.rows(office.moveTo(target).lines().entrySet().stream()
                .map(table -> {
                    var row = Row.row("table", table.getKey());
                    row.put("lines", table.getValue());
                    return row;
                })
                .toList()));
    }

    private @Nullable String line() throws IOException {
        return new BufferedReader(new InputStreamReader(admin.in(), StandardCharsets.UTF_8)).readLine();
    }
}
