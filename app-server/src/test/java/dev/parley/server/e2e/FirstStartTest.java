package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.Gateway;
import dev.parley.server.config.ServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told once, and must not miss. */
class FirstStartTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theFirstStartTellsKeyAndPasswordAndTheSecondDoesNot() throws IOException {
        try (var gateway = start(Map.of())) {
            assertThat(gateway.firstKey()).isPresent();
            assertThat(gateway.firstPassword()).isPresent();
        }
        try (var gateway = start(Map.of())) {
            assertThat(gateway.firstKey()).isEmpty();
            assertThat(gateway.firstPassword()).isEmpty();
        }
    }

    @Test
    void whatTheOperatorBringsIsNotTold() throws IOException {
        try (var gateway = start(Map.of(
                "PARLEY_BOOTSTRAP_KEY", "a-key-of-my-own-choice", "PARLEY_ADMIN_PASSWORD", "correct horse battery"))) {
            assertThat(gateway.firstKey()).isEmpty();
            assertThat(gateway.firstPassword()).isEmpty();
        }
    }

    @Test
    void aStartThatFailsLeavesThemToTheNext() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = Map.of("PARLEY_GRPC_PORT", Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(() -> start(settings)).hasMessageContaining("'grpc.port'");
        }
        try (var gateway = start(Map.of())) {
            assertThat(gateway.firstKey()).isPresent();
            assertThat(gateway.firstPassword()).isPresent();
        }
    }

    private Gateway start(Map<String, String> more) throws IOException {
        var environment = new HashMap<>(
                Map.of("PARLEY_DATA_DIR", directory.toString(), "PARLEY_HTTP_PORT", "0", "PARLEY_GRPC_PORT", "0"));
        environment.putAll(more);
        return Gateway.start(ServerConfig.load(environment, directory));
    }
}
