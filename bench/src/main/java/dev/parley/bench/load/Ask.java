package dev.parley.bench.load;

import java.util.Map;

/** What is asked again and again, of a port on this machine. */
public sealed interface Ask permits HttpAsk, GrpcAsk {

    /** @param answer what must come */
    static Ask post(int port, String path, Map<String, String> headers, String body, byte[] answer) {
        return HttpAsk.post(port, path, headers, body, Answer.of(answer));
    }

    /** @param like an answer; each is another, and as long */
    static Ask order(int port, String path, Map<String, String> headers, String body, byte[] like) {
        return HttpAsk.post(port, path, headers, body, Answer.like(like));
    }

    /**
     * A dialogue of Parley's own service, to be heard while it is made.
     *
     * @param body the request as JSON
     * @param answer what must come
     */
    static Ask dialogue(int port, Map<String, String> headers, String body, byte[] answer) {
        return GrpcAsk.dialogue(port, headers, body, answer);
    }
}
