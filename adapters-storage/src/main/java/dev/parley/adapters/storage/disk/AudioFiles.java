package dev.parley.adapters.storage.disk;

import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.audio.Media;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where each audio lies: {@code ab/ab12….mp3} once it is committed, {@code incoming/<milliseconds of its beginning>-ab12….mp3}
 * before. Only names of this form are ever made, so that no id leads out of the directory.
 */
record AudioFiles(Path directory) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern INCOMING = Pattern.compile("([0-9]{1,18})-[0-9a-f]{32}\\.[a-z0-9]+");
    private static final Pattern COMMITTED = Pattern.compile("[0-9a-f]{32}\\.[a-z0-9]+");
    private static final int SHELF_DIGITS = 2;

    /** Empty where the id is none that was ever given. */
    Optional<Path> committed(AudioRef audio) {
        return ID.matcher(audio.id()).matches() ? Optional.of(committed(audio.id(), audio.format())) : Optional.empty();
    }

    Path committed(String id, Media format) {
        return shelf(id).resolve(name(id, format));
    }

    Path shelf(String id) {
        return directory.resolve(id.substring(0, SHELF_DIGITS));
    }

    Path incoming(String id, Media format, Instant begun) {
        return incoming().resolve(begun.toEpochMilli() + "-" + name(id, format));
    }

    Path incoming() {
        return directory.resolve("incoming");
    }

    /** The names in a directory, without a look at the files: one may be renamed or deleted at any moment. */
    static List<Path> list(Path directory) throws IOException {
        try (var names = Files.list(directory)) {
            return names.toList();
        }
    }

    /** When a file was begun, or committed; empty if it has just gone, or is not of our making. */
    static Optional<Instant> since(Path file) throws IOException {
        String name = file.getFileName().toString();
        var incoming = INCOMING.matcher(name);
        if (incoming.matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(incoming.group(1))));
        }
        if (!COMMITTED.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** Creates a directory whose own name survives a power cut. */
    static void createDurably(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            var parent = directory.toAbsolutePath().getParent();
            sync(parent == null ? directory : parent);
        }
    }

    /** Makes the names in a directory durable, where the system can: Windows has no such call. */
    static void sync(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (var names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static String name(String id, Media format) {
        return id + "." + format.fileExtension();
    }
}
