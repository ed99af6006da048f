package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.plugins.testkit.TestConfig;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.VoiceProvider;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A provider, the scripted upstream that it speaks to, and what tests ask of them. */
final class Studio implements AutoCloseable {

    static final String RACHEL = "21m00Tcm4TlvDq8ikWAM";
    static final String DOMI = "AZnzlk1XvdvUeBnXmlld";
    static final Delivery LIVE = new Delivery(true, true);
    static final AudioFormat PCM = AudioFormat.PCM_8000;

    final FakeElevenLabs upstream = FakeElevenLabs.start();
    final VoiceProvider provider;

    /** @param settings keys and values in turn, besides key and address */
    Studio(String... settings) {
        Map<String, String> config = new HashMap<>();
        config.put("api_key", FakeElevenLabs.KEY);
        config.put("base_url", upstream.uri().toString());
        for (int i = 0; i < settings.length; i += 2) {
            config.put(settings[i], settings[i + 1]);
        }
        provider = new ElevenLabsFactory().create(TestConfig.of(config));
    }

    /** What was heard, and why it ended early, if it did. */
    @SuppressWarnings("ArrayRecordComponent") // Handed from the reader to a test.
    record Heard(
            byte[] audio,
            List<VoiceSegment> segments,
            @Nullable Failure failure) {

        List<CharacterTime> times() {
            return segments.stream()
                    .flatMap(segment -> segment.characters().stream())
                    .toList();
        }

        Failure failed() {
            if (failure == null) {
                throw new AssertionError("a quiet end after " + audio.length + " bytes");
            }
            return failure;
        }
    }

    /** Each text by another voice. */
    static DialogueRequest dialogue(Delivery delivery, String... texts) {
        return dialogue(delivery, PCM, RenderOptions.NONE, texts);
    }

    static DialogueRequest dialogue(Delivery delivery, AudioFormat format, RenderOptions options, String... texts) {
        var voices = List.of(RACHEL, DOMI);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            turns.add(new Turn(texts[i], new VoiceRef("elevenlabs", voices.get(i % 2))));
        }
        return new DialogueRequest(
                "eleven_v3", new Dialogue(turns, DialogueSettings.DEFAULT), options, delivery, format);
    }

    static SpeechRequest speech(String model, Delivery delivery, String text) {
        return speech(model, delivery, PCM, text);
    }

    static SpeechRequest speech(String model, Delivery delivery, AudioFormat format, String text) {
        return new SpeechRequest(
                model,
                new Turn(text, new VoiceRef("elevenlabs", RACHEL)),
                SpeechSettings.DEFAULT,
                RenderOptions.NONE,
                delivery,
                format);
    }

    static Attempt attempt(Duration time) {
        return new Attempt("attempt-1", InstantSource.system().instant().plus(time));
    }

    AudioStream begin(RenderRequest request) throws ProviderException {
        return provider.render(request, attempt(Duration.ofSeconds(30)));
    }

    Heard hear(RenderRequest request) {
        return hear(request, attempt(Duration.ofSeconds(30)));
    }

    Heard hear(RenderRequest request, Attempt attempt) {
        var audio = new ByteArrayOutputStream();
        List<VoiceSegment> segments = new ArrayList<>();
        Failure failure = null;
        try (AudioStream stream = provider.render(request, attempt)) {
            for (AudioChunk chunk = stream.next(); chunk != null; chunk = stream.next()) {
                audio.writeBytes(chunk.bytes());
                segments.addAll(chunk.segments());
            }
        } catch (ProviderException e) {
            failure = e.failure();
        }
        return new Heard(audio.toByteArray(), segments, failure);
    }

    static String words(int characters) {
        return "The quick brown fox jumps over the lazy dog. "
                .repeat(1 + characters / 45)
                .substring(0, characters);
    }

    static Stream<Delivery> deliveries() {
        return Stream.of(
                new Delivery(false, false),
                new Delivery(false, true),
                new Delivery(true, false),
                new Delivery(true, true));
    }

    @Override
    public void close() {
        provider.close();
        upstream.close();
    }
}
