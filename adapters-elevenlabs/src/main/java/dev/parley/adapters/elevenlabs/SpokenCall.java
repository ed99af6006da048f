package dev.parley.adapters.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.elevenlabs.Settings.Proof;
import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.render.Delivery;
import java.io.InputStream;
import java.util.List;

/**
 * A request for speech in the upstream's words.
 *
 * @param target path and query
 * @param timed whether the answer is JSON with timings, rather than audio
 * @param turns what is to be spoken
 */
record SpokenCall(SpokenRequest request, String target, ObjectNode body, boolean timed, List<Turn> turns)
        implements Call {

    static SpokenCall of(SpokenRequest request, Proof proof) {
        boolean timed = request.delivery().timings() || proof == Proof.TIMINGS;
        String ending = ending(request.delivery(), timed) + query(request);
        return switch (request) {
            case DialogueRequest dialogue ->
                new SpokenCall(
                        request,
                        "/v1/text-to-dialogue" + ending,
                        RequestBody.of(dialogue),
                        timed,
                        dialogue.dialogue().turns());
            case SpeechRequest speech ->
                new SpokenCall(
                        request,
                        "/v1/text-to-speech/"
                                + Call.encoded(speech.turn().voice().voice()) + ending,
                        RequestBody.of(speech),
                        timed,
                        List.of(speech.turn()));
        };
    }

    @Override
    public Payload payload() {
        return new Payload.Text(body);
    }

    @Override
    public List<String> voices() {
        return turns.stream().map(turn -> turn.voice().voice()).distinct().toList();
    }

    @Override
    public boolean answeredInJson() {
        return timed;
    }

    @Override
    public Content content(Answer answer, InputStream input) {
        return new SpokenContent(this, input);
    }

    /** Text and voices are the caller's own: they are not printed. */
    @Override
    public String toString() {
        return "SpokenCall[" + request.model() + ", " + request.characters() + " characters]";
    }

    private static String ending(Delivery delivery, boolean timed) {
        return (delivery.streamed() ? "/stream" : "") + (timed ? "/with-timestamps" : "");
    }

    private static String query(SpokenRequest request) {
        var query = new StringBuilder("?output_format=").append(request.format());
        Boolean logged = request.options().logged();
        if (logged != null) {
            query.append("&enable_logging=").append(logged);
        }
        Integer latency = request.options().latency();
        if (latency != null && request instanceof SpeechRequest) {
            query.append("&optimize_streaming_latency=").append(latency);
        }
        return query.toString();
    }
}
