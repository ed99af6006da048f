package dev.parley.adapters.proxies.job;

import dev.parley.adapters.proxies.upstream.FakeJobs;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.plugins.testkit.TestConfig;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Doorbell;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Receipt;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider at its scripted upstream, and an attempt that remembers what it was told. */
public final class Bench implements AutoCloseable {

    public final VoiceProvider provider;
    public final Kept receipt = new Kept();
    private Doorbell doorbell = Doorbell.NONE;
    private Duration time = Duration.ofSeconds(20);

    /** @param settings keys and values in turn, besides key, address and a quick pace */
    public Bench(VoiceProviderFactory factory, String key, FakeJobs upstream, String... settings) {
        Map<String, String> config =
                new HashMap<>(Map.of("api_key", key, "base_url", upstream.uri().toString(), "poll_pace", "5ms"));
        for (int i = 0; i < settings.length; i += 2) {
            config.put(settings[i], settings[i + 1]);
        }
        this.provider = factory.create(TestConfig.of(config));
    }

    /** What the gateway would have stored. */
    public static final class Kept implements Receipt {
        public @Nullable String job;
        public @Nullable BigDecimal cost;
        public final List<String> kept = new ArrayList<>();

        @Override
        public Optional<String> upstreamId() {
            return Optional.ofNullable(job);
        }

        @Override
        public void keep(String upstreamId) {
            kept.add(upstreamId);
        }

        @Override
        public void billed(@Nullable String requestId, @Nullable String credential, @Nullable BigDecimal told) {
            cost = told;
        }
    }

    public Bench at(Doorbell door) {
        doorbell = door;
        return this;
    }

    public Bench within(Duration limit) {
        time = limit;
        return this;
    }

    /** Two voices, as the documents show. */
    public static DialogueRequest dialogue(String model, String first, String second) {
        return dialogue(model, 0.5, first, second);
    }

    public static DialogueRequest dialogue(String model, double stability, String first, String second) {
        var turns = List.of(
                new Turn("Hey! Did you finish the report?", new VoiceRef("any", first)),
                new Turn("Almost — just adding the final numbers now.", new VoiceRef("any", second)));
        var settings = new DialogueSettings(stability, LanguageCode.AUTO);
        return new DialogueRequest(model, new Dialogue(turns, settings), AudioFormat.MP3_44100_128);
    }

    public AudioStream begin(RenderRequest request) throws ProviderException {
        return provider.render(request, attempt());
    }

    public Attempt attempt() {
        return new Attempt("task-1", InstantSource.system().instant().plus(time), receipt, doorbell);
    }

    /** All of it. */
    public byte[] hear(RenderRequest request) throws ProviderException {
        try (var stream = begin(request)) {
            return read(stream);
        }
    }

    /** How it fails, at its beginning or later. */
    public Failure fail(RenderRequest request) {
        try {
            return new Failure.Rejected("did not fail: " + hear(request).length + " bytes");
        } catch (ProviderException e) {
            return e.failure();
        }
    }

    public static byte[] read(AudioStream stream) throws ProviderException {
        var bytes = new ByteArrayOutputStream();
        for (var chunk = stream.next(); chunk != null; chunk = stream.next()) {
            bytes.writeBytes(chunk.bytes());
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        provider.close();
    }
}
