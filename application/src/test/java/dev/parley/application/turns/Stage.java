package dev.parley.application.turns;

import dev.parley.adapters.audio.Bs1770;
import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.render.Delivery;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A provider that only hums speech, and dialogues on it. */
final class Stage {

    static final Duration SOON = Duration.ofSeconds(5);

    final SpeechOnly provider = new SpeechOnly(SpeechOnly.TIMED, SpeechOnly.PLAIN, SpeechOnly.MP3);
    final TurnByTurn turnByTurn;
    final Instant deadline = InstantSource.system().instant().plus(Duration.ofMinutes(1));

    Stage() {
        this(Joining.DEFAULT);
    }

    Stage(Joining joining) {
        turnByTurn = new TurnByTurn(provider, new StandardCodecs(), new Bs1770(), joining, InstantSource.system());
    }

    /** A dialogue that was heard to its end. */
    @SuppressWarnings("ArrayRecordComponent") // Handed from the reader to one test.
    record Heard(short[] samples, List<VoiceSegment> segments) {

        short[] between(long fromMillis, long toMillis, int rateHz) {
            return Arrays.copyOfRange(samples, (int) (fromMillis * rateHz / 1000), (int) (toMillis * rateHz / 1000));
        }

        /** Start and end of each turn. */
        List<List<Long>> turns() {
            List<List<Long>> turns = new ArrayList<>();
            for (VoiceSegment segment : segments) {
                if (segment.turn() == turns.size()) {
                    turns.add(List.of(segment.startMillis(), segment.endMillis()));
                } else {
                    turns.set(segment.turn(), List.of(turns.getLast().getFirst(), segment.endMillis()));
                }
            }
            return turns;
        }
    }

    static Turn turn(String text, String voice) {
        return new Turn(text, new VoiceRef("hum", voice));
    }

    static DialogueRequest dialogue(Model model, AudioFormat format, Turn... turns) {
        return new DialogueRequest(
                model.name(),
                new Dialogue(List.of(turns), DialogueSettings.DEFAULT),
                RenderOptions.NONE,
                new Delivery(true, true),
                format);
    }

    /** So many turns of ten characters. */
    static DialogueRequest dialogue(int turns) {
        Turn[] all = new Turn[turns];
        Arrays.setAll(all, i -> turn("turn " + (char) ('a' + i) + " xyz", SpeechOnly.LOUD));
        return dialogue(SpeechOnly.PLAIN, AudioFormat.PCM_24000, all);
    }

    AudioStream begin(DialogueRequest request) throws ProviderException {
        return begin(request, Receipt.NONE);
    }

    AudioStream begin(DialogueRequest request, Receipt receipt) throws ProviderException {
        return turnByTurn.render(request, new Attempt("task-1", deadline, receipt));
    }

    Heard hear(DialogueRequest request) throws ProviderException {
        return hear(request, Receipt.NONE);
    }

    Heard hear(DialogueRequest request, Receipt receipt) throws ProviderException {
        var bytes = new ByteArrayOutputStream();
        List<VoiceSegment> segments = new ArrayList<>();
        try (var stream = begin(request, receipt)) {
            AudioChunk chunk;
            while ((chunk = stream.next()) != null) {
                bytes.writeBytes(chunk.bytes());
                segments.addAll(chunk.segments());
            }
        }
        return new Heard(decoded(request.format(), bytes.toByteArray()), segments);
    }

    private static short[] decoded(AudioFormat format, byte[] bytes) {
        var decoder = new StandardCodecs().decoder(format);
        try {
            short[] head = decoder.decode(bytes);
            short[] tail = decoder.finish();
            short[] all = Arrays.copyOf(head, head.length + tail.length);
            System.arraycopy(tail, 0, all, head.length, tail.length);
            return all;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
