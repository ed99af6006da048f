package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Resampler;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceMatch;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The provider {@code local}, made when it is first needed: most gateways never hear the sandbox speak. */
final class BuiltInVoice implements AutoCloseable {

    private static final String LOCAL = "local";
    private static final AudioFormat SPOKEN = AudioFormat.PCM_16000;

    private final Resampler resampler;
    private final ReentrantLock making = new ReentrantLock();
    private @Nullable VoiceProvider made;
    private boolean closed;

    BuiltInVoice(Resampler resampler) {
        this.resampler = resampler;
    }

    List<Voice> voices() throws ProviderException {
        return local().voices();
    }

    Optional<VoiceMatch> find(String name) throws ProviderException {
        return local().findVoice(name);
    }

    AudioStream speak(SpokenRequest request, Attempt attempt) throws ProviderException {
        var local = local();
        var model = local.capabilities().models().stream()
                .filter(candidate -> speaks(candidate, request))
                .findFirst()
                .orElseThrow(() -> new ProviderException(
                        new Failure.Rejected("The sandbox's voice has no model for so long a text.")));
        return local.render(translated(request, model.name(), local.voices()).only(model.options()), attempt);
    }

    /** What was said, in one piece. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on at once.
    record Said(byte[] bytes, double seconds) {}

    /** Said by a voice that was made here. */
    Said say(String text, MadeVoice by, AudioFormat format, Attempt attempt) throws ProviderException {
        var pcm = new ByteArrayOutputStream();
        try (var stream = speak(text, by, attempt)) {
            for (var chunk = stream.next(); chunk != null; chunk = stream.next()) {
                pcm.writeBytes(chunk.bytes());
            }
        }
        var samples = new short[pcm.size() / Short.BYTES];
        ByteBuffer.wrap(pcm.toByteArray())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        double seconds = samples.length / (double) SPOKEN.sampleRateHz();
        try (var file = new StemFile(format)) {
            var whole = new ByteArrayOutputStream();
            whole.writeBytes(file.add(resampler.resample(samples, SPOKEN.sampleRateHz(), format.sampleRateHz())));
            whole.writeBytes(file.end());
            return new Said(whole.toByteArray(), seconds);
        }
    }

    /** The same, as it comes. */
    AudioStream speak(String text, MadeVoice by, Attempt attempt) throws ProviderException {
        var turn = new Turn(text, new VoiceRef(LOCAL, by.id()));
        return new ToldFormat(speak(new SpeechRequest(LOCAL, turn, SpeechSettings.DEFAULT, SPOKEN), attempt), SPOKEN);
    }

    /** @param named who says it; the first voice where null */
    Spoken say(String text, @Nullable VoiceRef named, Attempt attempt) throws ProviderException {
        var who =
                named == null ? new VoiceRef(LOCAL, local().voices().getFirst().id()) : named;
        var request = new SpeechRequest(
                LOCAL,
                new Turn(text, who),
                SpeechSettings.DEFAULT,
                RenderOptions.NONE,
                new Delivery(false, true),
                AudioFormat.PCM_16000);
        var sound = new ByteArrayOutputStream();
        List<CharacterTime> times = new ArrayList<>();
        try (var stream = speak(request, attempt)) {
            for (var chunk = stream.next(); chunk != null; chunk = stream.next()) {
                sound.writeBytes(chunk.bytes());
                chunk.segments().forEach(segment -> times.addAll(segment.characters()));
            }
        }
        short[] samples = new short[sound.size() / Short.BYTES];
        ByteBuffer.wrap(sound.toByteArray())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return new Spoken(text, samples, times);
    }

    Resampler resampler() {
        return resampler;
    }

    @Override
    public void close() {
        making.lock();
        try {
            closed = true;
            if (made != null) {
                made.close();
            }
        } finally {
            making.unlock();
        }
    }

    private VoiceProvider local() throws ProviderException {
        making.lock();
        try {
            if (closed) {
                throw new ProviderException(Failure.Unavailable.notRendered("The sandbox was closed."));
            }
            var local = made == null ? make() : made;
            made = local;
            return local;
        } finally {
            making.unlock();
        }
    }

    private VoiceProvider make() throws ProviderException {
        return ServiceLoader.load(VoiceProviderFactory.class, BuiltInVoice.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.name().equals(LOCAL))
                .findFirst()
                .orElseThrow(() -> new ProviderException(new Failure.Misconfigured(
                        "The sandbox speaks by the built-in voice, which is not installed: put its jar beside.")))
                .create(new ProviderConfig(Map.of(), resampler));
    }

    private static boolean speaks(Model model, SpokenRequest request) {
        return model.kinds().contains(request.kind())
                && model.formats().contains(request.format())
                && model.rules() instanceof DialogueRules rules
                && rules.charactersMax() >= request.characters();
    }

    private static SpokenRequest translated(SpokenRequest request, String model, List<Voice> presets) {
        return switch (request) {
            case DialogueRequest(var _, var dialogue, var options, var delivery, var format) -> {
                var turns = dialogue.turns().stream()
                        .map(turn -> translated(turn, presets))
                        .toList();
                yield new DialogueRequest(model, new Dialogue(turns, dialogue.settings()), options, delivery, format);
            }
            case SpeechRequest(var _, var turn, var settings, var options, var delivery, var format) ->
                new SpeechRequest(model, translated(turn, presets), settings, options, delivery, format);
        };
    }

    private static Turn translated(Turn turn, List<Voice> presets) {
        String asked = turn.voice().voice();
        String spoken = MadeVoice.parse(asked)
                .map(made -> presets.get(made.preset() % presets.size()).id())
                .orElse(asked);
        return new Turn(turn.text(), new VoiceRef(LOCAL, spoken), turn.pause());
    }
}
