package dev.parley.bench.machine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Programs by name: on the path, and where Debian and Go put those that are not. */
public final class Programs {

    private static final Path POSTGRES = Path.of("/usr/lib/postgresql");
    private static final List<Path> DIRECTORIES = directories();

    private Programs() {}

    public static Optional<Path> find(String name) {
        return DIRECTORIES.stream()
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** With the whole path of its program, where that has a name only. */
    public static List<String> located(List<String> command) {
        List<String> located = new ArrayList<>(command);
        find(command.getFirst()).ifPresent(program -> located.set(0, program.toString()));
        return located;
    }

    /** What {@code PATH} has to be for all of them. */
    public static String path() {
        return DIRECTORIES.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> directories() {
        List<Path> all = new ArrayList<>();
        for (var directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
            all.add(Path.of(directory));
        }
        all.addAll(Arrays.asList(Path.of("/usr/sbin"), Path.of("/usr/local/go/bin")));
        if (Files.isDirectory(POSTGRES)) {
            try (var versions = Files.list(POSTGRES)) {
                versions.map(version -> version.resolve("bin"))
                        .sorted(Collections.reverseOrder())
                        .forEach(all::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
