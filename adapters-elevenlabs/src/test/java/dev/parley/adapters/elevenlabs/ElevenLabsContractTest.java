package dev.parley.adapters.elevenlabs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.FakeSession;
import dev.parley.adapters.elevenlabs.upstream.FakeSpeech;
import dev.parley.adapters.elevenlabs.upstream.FakeWork;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.plugins.testkit.FakeUpstream;
import dev.parley.plugins.testkit.TestConfig;
import dev.parley.plugins.testkit.UpstreamAnswer;
import dev.parley.plugins.testkit.UpstreamProviderContract;
import dev.parley.plugins.testkit.UpstreamRequest;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** In one format of each kind: {@link FormatsTest} has them all. */
class ElevenLabsContractTest extends UpstreamProviderContract {

    private static final String VOICES = """
        {"voices": [{"voice_id": "21m00Tcm4TlvDq8ikWAM", "name": "Rachel - calm"},
                    {"voice_id": "AZnzlk1XvdvUeBnXmlld", "name": "Domi"}],
         "has_more": false, "total_count": 2}\
        """;

    private final FakeUpstream upstream = FakeUpstream.start()
            .on("/v2/voices", UpstreamAnswer.json(200, VOICES))
            .on(this::asksToRender, ElevenLabsContractTest::render)
            .on(request -> request.path().startsWith("/v1/dubbing/"), FakeWork::answer)
            .on(FakeSession.LEAVE_PATH, UpstreamAnswer.json(200, FakeSession.leave("agent_contract")))
            .onSocket((request, socket) -> FakeSession.serve(request.target(), request.headers(), socket));

    @AfterEach
    void closeUpstream() {
        upstream.close();
    }

    @Override
    protected FakeUpstream upstream() {
        return upstream;
    }

    @Override
    protected boolean carriesAudio(UpstreamRequest request) {
        return asksToRender(request);
    }

    @Override
    protected VoiceProviderFactory factory() {
        return new ElevenLabsFactory();
    }

    @Override
    protected ProviderConfig config() {
        return TestConfig.of(Map.of(
                "api_key",
                FakeElevenLabs.KEY,
                "base_url",
                upstream.uri().toString(),
                "concurrency",
                "16",
                "voice_aliases",
                "Narrator=Domi"));
    }

    private static UpstreamAnswer render(UpstreamRequest request) {
        if (!request.path().startsWith("/v1/text-to-")) {
            return FakeWork.answer(request);
        }
        try {
            JsonNode body = new ObjectMapper().readTree(request.body());
            String query = request.target().substring(request.path().length());
            var format = AudioFormat.parse(query.replaceAll(".*output_format=([a-z0-9_]+).*", "$1"))
                    .orElseThrow();
            var speech = new FakeSpeech(request.path(), body, format);
            return UpstreamAnswer.json(200, new String(speech.whole(null), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
