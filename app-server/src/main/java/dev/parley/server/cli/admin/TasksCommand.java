package dev.parley.server.cli.admin;

import dev.parley.application.admin.InspectTasks;
import dev.parley.application.admin.InspectTasks.Status;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tasks, and what was tried. */
@Command(
        name = "tasks",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Shows tasks and their attempts.")
final class TasksCommand extends Group {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private AdminCommand admin;

    @Command(name = "list", mixinStandardHelpOptions = true, header = "Tasks, newest first.")
    int list(
            @Mixin Output output,
            @Mixin Pages pages,
            @Option(names = "--account", paramLabel = "ACCOUNT") @Nullable String account,
            @Option(
                            names = "--status",
                            paramLabel = "STATUS",
                            description = "pending, processing, completed, failed or cancelled.")
                    @Nullable
                    Status status)
            throws IOException {
        return admin.inOffice(office -> {
            var tasks = office.walk(InspectTasks.class);
            return output.rows(pages.all(output, cursor -> tasks.page(account, status, cursor, null)).stream()
                    .map(Row::of)
                    .toList());
        });
    }

    @Command(name = "show", mixinStandardHelpOptions = true, header = "One task, and every attempt at it.")
    int show(@Mixin Output output, @Parameters(paramLabel = "TASK") String id) throws IOException {
        return admin.inOffice(office -> {
            var view = office.walk(InspectTasks.class).show(id);
            var row = Row.of(view.task());
            row.put("attempts", view.attempts().stream().map(Row::of).toList());
            return output.one(row);
        });
    }
}
