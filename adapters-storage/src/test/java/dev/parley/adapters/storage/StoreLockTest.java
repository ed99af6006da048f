package dev.parley.adapters.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLockTest {
    @TempDir
    private Path data;

    @Test
    void aSecondLockIsRefusedNamingTheDirectory() throws IOException {
        try (var _ = StoreLock.take(data)) {
            assertThatThrownBy(() -> StoreLock.take(data).close())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Another Parley")
                    .hasMessageContaining(data.toString());
        }
    }

    @Test
    void anotherProcessIsRefused() throws IOException, InterruptedException {
        try (var _ = StoreLock.take(data)) {
            assertThat(takeElsewhere()).contains("Another Parley").contains(data.toString());
        }
        assertThat(takeElsewhere()).isEqualTo("taken");
    }

    @Test
    void theDirectoryIsFreeAgainAfterClose() throws IOException {
        StoreLock.take(data).close();

        StoreLock.take(data).close();
        assertThat(data.resolve("parley.lock")).exists();
    }

    @Test
    void theDirectoryIsCreated() throws IOException {
        try (var _ = StoreLock.take(data.resolve("new/place"))) {
            assertThat(data.resolve("new/place")).isDirectory();
        }
    }

    private String takeElsewhere() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Elsewhere.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said.strip();
    }

    /** What the other process runs. */
    static final class Elsewhere {
        private Elsewhere() {}

        static void main(String[] arguments) {
            try (var _ = StoreLock.take(Path.of(arguments[0]))) {
                System.out.println("taken");
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
