package dev.parley.server.cli.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A copy of everything but audio and server.key. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        header = "Copies the database into a new SQLite file, while the server works on.",
        description = "%nThe file has its name only once it has been opened, checked and added up. Audio and server.key"
                + " are not in it.%n")
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private AdminCommand admin;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private Output output;

    @Parameters(paramLabel = "FILE", description = "Must not exist.")
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private String file;

    @Override
    public Integer call() throws IOException {
        var path = admin.workingDirectory().resolve(file);
        return admin.inOffice(office -> {
            var complaints = office.backUp(path);
            return complaints.isEmpty() ? kept(path) : notKept(complaints);
        });
    }

    private int kept(Path path) throws IOException {
        var row = Row.row("file", path.toString());
        row.put("bytes", Files.size(path));
        return output.one(row);
    }

    private int notKept(List<String> complaints) {
        var row = Row.row("clean", false);
        row.put("differences", Row.sentences(complaints));
        output.one(row);
        output.remark("the copy is not whole, and was not kept.");
        return 1;
    }
}
