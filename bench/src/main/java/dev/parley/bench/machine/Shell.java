package dev.parley.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Where commands run.
 *
 * @param directory theirs
 * @param environment besides this process's own
 */
public record Shell(Path directory, Map<String, String> environment) {

    /** What it prints goes to the file. */
    public Process start(List<String> command, Path log) throws IOException {
        var builder = new ProcessBuilder(Programs.located(command)).directory(directory.toFile());
        builder.environment().put("PATH", Programs.path());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** @throws CannotRunException with the last that it said, where it fails */
    public void run(List<String> command, Path log, Duration patience)
            throws IOException, InterruptedException, CannotRunException {
        var process = start(command, log);
        String name = "'" + String.join(" ", command) + "'";
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new CannotRunException(name + " takes more than " + patience.toMinutes() + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new CannotRunException(name + " failed: " + last(log));
        }
    }

    /** The last line that says something. */
    public static String last(Path log) throws IOException {
        return Files.readString(log)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce("nothing was said", (_, later) -> later.strip());
    }
}
