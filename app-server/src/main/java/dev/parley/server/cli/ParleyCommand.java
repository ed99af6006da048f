package dev.parley.server.cli;

import dev.parley.server.cli.admin.AdminCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole command line. */
@Command(
        name = "parley",
        header = "A self-hosted gateway for spoken audio.%n",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            SayCommand.class,
            AdminCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Settings of the gateway are environment variables (PARLEY_...) or parley.yml: docs/configuration.md."
        })
public final class ParleyCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    /** @return the exit code: 0 done, 1 failed, 2 misused */
    public static int run(String... arguments) {
        return mannered(new CommandLine(new ParleyCommand())).execute(arguments);
    }

    /** The manners of every command here: it fails in one line and with 1, and takes words in any case. */
    public static CommandLine mannered(CommandLine line) {
        return line.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println(command.getColorScheme().errorText("parley: " + Complaint.of(failure)));
            return 1;
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: demo, serve, say or admin.");
    }
}
