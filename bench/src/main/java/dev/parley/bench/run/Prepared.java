package dev.parley.bench.run;

import dev.parley.bench.machine.CannotRunException;
import dev.parley.bench.machine.Directories;
import dev.parley.bench.machine.Shell;
import dev.parley.bench.run.Config.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a target makes of its files before it can start. It is kept until they change. */
final class Prepared {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String DONE = ".done";

    private Prepared() {}

    /** @return where it is; as good as empty for those that make nothing */
    static Path of(Target target, Path project) throws IOException, InterruptedException, CannotRunException {
        var files = files(project.resolve("bench/targets").resolve(target.name()));
        var into = project.resolve("bench/target/prepared").resolve(target.name());
        String state = state(target, files);
        if (target.prepare().isEmpty() || state.equals(read(into.resolve(DONE)))) {
            return into;
        }
        System.err.println("bench: preparing " + target.name());
        Directories.delete(into);
        Files.createDirectories(into);
        for (var file : files) {
            Files.copy(file, into.resolve(file.getFileName()));
        }
        var places = new Places(project, into, into, 0, 0, 0);
        new Shell(into, Map.of("JAVA_HOME", System.getProperty("java.home")))
                .run(places.in(target.prepare()), into.resolve("prepare.log"), PATIENCE);
        Files.writeString(into.resolve(DONE), state);
        return into;
    }

    static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String state(Target target, List<Path> files) throws IOException {
        var state = new StringBuilder(String.join(" ", target.prepare()));
        for (var file : files) {
            state.append('\n').append(file.getFileName()).append('\n').append(Files.readString(file));
        }
        return state.toString();
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
