package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many sessions in one process: those that wait cost little, and those that work all come to their end. */
@Timeout(240)
class CrowdedSessionsTest {

    private static final int IDLE = Integer.getInteger("sessions.idle", 200);
    private static final int BUSY = Integer.getInteger("sessions.busy", 40);
    private static final String REALTIME = "/v1/speech-to-text/realtime?model_id=scribe_v2_realtime";
    private static final byte[] SECOND = new byte[32_000];

    @Test
    void thoseThatWorkAreServedAmongThoseThatWait(@TempDir Path data) throws Exception {
        var settings = Map.of(
                "PARLEY_BOOTSTRAP_KEY", RunningGateway.TEST_KEY, "PARLEY_LIMITS_ACCOUNT_SESSIONS", "" + (IDLE + BUSY));
        List<Line> idle = new ArrayList<>();
        try (var running = RunningGateway.start(data, settings);
                var client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable _ = () -> idle.forEach(Line::close)) {
            long before = residentMiB();
            for (int i = 0; i < IDLE; i++) {
                idle.add(line(running, client));
                assertThat(idle.getLast().next().has("session_id")).isTrue();
            }
            long waiting = residentMiB();
            List<Future<Integer>> busy = new ArrayList<>();
            for (int i = 0; i < BUSY; i++) {
                busy.add(threads.submit(() -> transcribed(running, client)));
            }
            for (var heard : busy) {
                assertThat(heard.get()).isEqualTo(10);
            }
            System.getLogger(CrowdedSessionsTest.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            "RSS {0} MiB; with {1} idle sessions {2} MiB; and with {3} busy {4} MiB (clients included)",
                            before,
                            IDLE,
                            waiting,
                            BUSY,
                            residentMiB());
        }
    }

    private static int transcribed(RunningGateway running, HttpClient client) throws InterruptedException {
        try (var line = line(running, client)) {
            var _ = line.next();
            int committed = 0;
            for (int i = 0; i < 10; i++) {
                line.say(SandboxSessionsTest.chunk(SECOND, true));
                var _ = line.next();
                committed += line.next().path("message_type").asText().equals("committed_transcript") ? 1 : 0;
            }
            return committed;
        }
    }

    private static Line line(RunningGateway running, HttpClient client) {
        return Line.to(running, client, REALTIME, "xi-api-key", RunningGateway.TEST_KEY);
    }

    private static long residentMiB() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kib -> Long.parseLong(kib) / 1024)
                .findFirst()
                .orElse(0);
    }
}
