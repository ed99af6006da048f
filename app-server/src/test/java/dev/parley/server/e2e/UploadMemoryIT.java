package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.rest.audio.WaveHeader;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many large files at once, to a gateway as it is started by its launcher: what they take of memory does not grow with them. All
 * of it, 100 of 50 MB, with {@code -Duploads.count=100 -Duploads.megabytes=50}.
 */
@Timeout(300)
class UploadMemoryIT {

    private static final Path LAUNCHER = Path.of("../parley").toAbsolutePath().normalize();
    private static final Path STATUS = Path.of("/proc");
    private static final Pattern READY = Pattern.compile("parley ready http=(\\S+) grpc=.*");
    private static final Pattern RESIDENT = Pattern.compile("(?s).*VmRSS:\\s+(\\d+) kB.*");
    private static final int COUNT = Integer.getInteger("uploads.count", 40);
    private static final int MEGABYTES = Integer.getInteger("uploads.megabytes", 20);
    private static final long GROWTH_BYTES_MAX = 100_000_000;
    private static final String BOUNDARY = "b0undary";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void memoryGrowsByLessThan100MegabytesInAll() throws Exception {
        assumeThat(STATUS.resolve("self/status")).exists();
        var process = started();
        try (var client = HttpClient.newHttpClient()) {
            var gateway = ready(process);
            // What is loaded and compiled for the first upload is no part of what uploads take.
            upload(client, gateway, 4, 1);
            long before = resident(process);
            var most = new AtomicLong(before);
            var sampler = sampling(process, most);
            upload(client, gateway, COUNT, MEGABYTES);
            sampler.interrupt();

            assertThat(most.get() - before)
                    .as("bytes more than %d, for %d files of %d MB", before, COUNT, MEGABYTES)
                    .isLessThan(GROWTH_BYTES_MAX);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private Process started() throws IOException {
        var builder = new ProcessBuilder(LAUNCHER.toString(), "serve").redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
        builder.environment()
                .putAll(Map.of(
                        "PARLEY_DATA_DIR",
                        directory.resolve("data").toString(),
                        "PARLEY_HTTP_PORT",
                        "0",
                        "PARLEY_GRPC_PORT",
                        "0",
                        "PARLEY_BOOTSTRAP_KEY",
                        RunningGateway.TEST_KEY));
        return builder.start();
    }

    private static URI ready(Process process) throws IOException {
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            var found = READY.matcher(line);
            if (found.matches()) {
                Thread.startVirtualThread(() ->
                        lines.lines().forEach(ignored -> assertThat(ignored).isNotNull()));
                return URI.create(found.group(1));
            }
        }
        throw new AssertionError("the gateway did not start");
    }

    /** Tries to be there at the worst moment. */
    private static Thread sampling(Process process, AtomicLong most) {
        return Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted() && process.isAlive()) {
                most.accumulateAndGet(resident(process), Math::max);
                LockSupport.parkNanos(20_000_000);
            }
        });
    }

    private static long resident(Process process) {
        try {
            var found = RESIDENT.matcher(Files.readString(STATUS.resolve(process.pid() + "/status")));
            return found.matches() ? Long.parseLong(found.group(1)) * 1024 : 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static void upload(HttpClient client, URI gateway, int count, int megabytes) {
        var answers = IntStream.range(0, count)
                .mapToObj(_ -> client.sendAsync(request(gateway, megabytes), BodyHandlers.ofString()))
                .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode())
                        .as(answer.join().body())
                        .isEqualTo(200));
    }

    /** A silence. */
    private static HttpRequest request(URI gateway, int megabytes) {
        return HttpRequest.newBuilder(gateway.resolve("/v1/speech-to-text"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("xi-api-key", RunningGateway.TEST_KEY)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofInputStream(() -> form(megabytes * 1_000_000L)))
                .build();
    }

    private static InputStream form(long bytes) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"model_id\"\r\n\r\nscribe_v1\r\n--"
                + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n"
                + "Content-Type: audio/wav\r\n\r\n";
        return new SequenceInputStream(Collections.enumeration(List.<InputStream>of(
                bytes(head.getBytes(StandardCharsets.UTF_8)),
                bytes(WaveHeader.of(AudioFormat.PCM_16000, bytes)),
                new Silence(bytes),
                bytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** So many zeros, kept nowhere. */
    private static final class Silence extends InputStream {
        private long left;

        Silence(long bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = (int) Math.min(length, left);
            if (count <= 0) {
                return -1;
            }
            Arrays.fill(into, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
