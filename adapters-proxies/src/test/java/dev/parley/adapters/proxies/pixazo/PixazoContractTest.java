package dev.parley.adapters.proxies.pixazo;

import dev.parley.adapters.proxies.upstream.FakePixazo;
import dev.parley.plugins.testkit.Behavior;
import dev.parley.plugins.testkit.FakeUpstream;
import dev.parley.plugins.testkit.TestConfig;
import dev.parley.plugins.testkit.UpstreamProviderContract;
import dev.parley.plugins.testkit.UpstreamRequest;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

final class PixazoContractTest extends UpstreamProviderContract {

    private final FakePixazo upstream = new FakePixazo();

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
        return new PixazoFactory();
    }

    @Override
    protected ProviderConfig config() {
        return TestConfig.of(Map.of(
                "api_key",
                FakePixazo.KEY,
                "base_url",
                upstream.uri().toString(),
                "poll_pace",
                "10ms",
                "voices",
                "Hero=Aria"));
    }
}
