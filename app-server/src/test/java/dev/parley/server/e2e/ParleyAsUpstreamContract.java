package dev.parley.server.e2e;

import dev.parley.plugins.testkit.Behavior;
import dev.parley.plugins.testkit.TestConfig;
import dev.parley.plugins.testkit.VoiceProviderContract;
import dev.parley.ports.provider.ProviderConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reseller's provider, with a gateway in the reseller's place: its sandbox answers, and the two sides of the wire have
 * nothing in common but the reseller's document.
 */
@Timeout(120)
abstract class ParleyAsUpstreamContract extends VoiceProviderContract {

    @SuppressWarnings("NullAway.Init")
    private static RunningGateway gateway;

    @BeforeAll
    static void start(@TempDir Path data) {
        gateway = RunningGateway.start(
                data, Map.of("PARLEY_BOOTSTRAP_KEY", RunningGateway.TEST_KEY, "PARLEY_LIMITS_ACCOUNT_RENDERS", "8"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Override
    protected boolean has(Behavior behavior) {
        return behavior == Behavior.KEEPS_THE_UPSTREAMS_ID || super.has(behavior);
    }

    @Override
    protected ProviderConfig config() {
        return TestConfig.of(Map.of(
                "api_key",
                RunningGateway.TEST_KEY,
                "base_url",
                gateway.gateway.httpUrl().toString(),
                "poll_pace",
                "100ms"));
    }
}
