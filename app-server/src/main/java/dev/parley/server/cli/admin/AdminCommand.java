package dev.parley.server.cli.admin;

import dev.parley.server.Office;
import dev.parley.server.config.ServerConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything an operator does, on the database itself. */
@Command(
        name = "admin",
        mixinStandardHelpOptions = true,
        header = "Runs accounts, keys, credits and backups, on the server's own database.",
        description = {
            "",
            "Works on the data directory (PARLEY_DATA_DIR) or PARLEY_DB_URL, whether a server runs or not. What it",
            "changes counts from the next request on. The same over HTTP: docs/admin-api.md.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AccountsCommand.class,
            KeysCommand.class,
            CreditsCommand.class,
            TasksCommand.class,
            UsageCommand.class,
            WebhooksCommand.class,
            LedgerCommand.class,
            BackupCommand.class,
            CheckCommand.class,
            MigrateCommand.class,
            PasswordCommand.class
        })
public final class AdminCommand implements Runnable {

    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final InputStream in;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    public AdminCommand() {
        this(System.getenv(), Path.of("").toAbsolutePath(), System.in);
    }

    AdminCommand(Map<String, String> environment, Path workingDirectory, InputStream in) {
        this.environment = environment;
        this.workingDirectory = workingDirectory;
        this.in = in;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to administer: see --help.");
    }

    InputStream in() {
        return in;
    }

    /** Something to be done at the terminal. Returns the exit code. */
    @FunctionalInterface
    interface Errand {
        int run(Office office) throws IOException;
    }

    Path workingDirectory() {
        return workingDirectory;
    }

    /** Does the work and closes the stores. Returns the exit code. */
    int inOffice(Errand work) throws IOException {
        try (var office = Office.open(ServerConfig.load(environment, workingDirectory))) {
            return work.run(office);
        }
    }
}
