package dev.parley.server.cli;

import dev.parley.server.cli.admin.AdminCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
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

    private static final int FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    /** @return the exit code: 0 done, 1 failed, 2 misused */
    public static int run(String... arguments) {
        // There is nothing to parse then, and describing every command would take a quarter of the start.
        return List.of(arguments).equals(List.of(ServeCommand.NAME))
                ? serve()
                : mannered(new CommandLine(new ParleyCommand())).execute(arguments);
    }

    /** The manners of every command here: it fails in one line and with 1, and takes words in any case. */
    public static CommandLine mannered(CommandLine line) {
        return line.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println(told(failure, command.getColorScheme()));
            return FAILED;
        });
    }

    private static int serve() {
        try {
            return new ServeCommand().call();
        } catch (Exception e) {
            System.err.println(told(e, Help.defaultColorScheme(Help.Ansi.AUTO)));
            return FAILED;
        }
    }

    private static Help.Ansi.Text told(Exception failure, Help.ColorScheme colors) {
        return colors.errorText("parley: " + Complaint.of(failure));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: demo, serve, say or admin.");
    }
}
