package dev.parley.adapters.proxies.apiin;

import dev.parley.adapters.proxies.upstream.FakeApiin;
import dev.parley.plugins.testkit.Behavior;
import dev.parley.plugins.testkit.FakeUpstream;
import dev.parley.plugins.testkit.TestConfig;
import dev.parley.plugins.testkit.UpstreamProviderContract;
import dev.parley.plugins.testkit.UpstreamRequest;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

final class ApiinContractTest extends UpstreamProviderContract {

    private final FakeApiin upstream = new FakeApiin();

    @AfterEach
    void closeUpstream() {
        upstream.close();
    }

    @Override
    protected FakeUpstream upstream() {
        return upstream.http();
    }

    @Override
    protected boolean carriesAudio(UpstreamRequest request) {
        return request.path().startsWith("/files/");
    }

    @Override
    protected boolean has(Behavior behavior) {
        return behavior == Behavior.KEEPS_THE_UPSTREAMS_ID
                || behavior == Behavior.TELLS_THE_DOORBELL
                || super.has(behavior);
    }

    @Override
    protected VoiceProviderFactory factory() {
        return new ApiinFactory();
    }

    @Override
    protected ProviderConfig config() {
        return TestConfig.of(Map.of(
                "api_key",
                FakeApiin.KEY,
                "base_url",
                upstream.uri().toString(),
                "poll_pace",
                "10ms",
                "voices",
                "Hero=Aria"));
    }
}
