package dev.parley.adapters.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.session.SessionCall;
import dev.parley.adapters.elevenlabs.session.TurnedAwayException;
import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Leave to speak to a private agent: an address that the upstream signs. Ours to keep: it is good for whoever has it. */
final class Leave {

    private static final int BYTES_MAX = 64 * 1024;

    private Leave() {}

    /** Path and query of that address; where it is, the operator said. */
    static String ask(Wire wire, UpstreamKey key, SessionCall call, Duration most)
            throws ProviderException, TurnedAwayException {
        Answer answer = wire.get(key, call.target(), most);
        try {
            byte[] body = answer.body().readNBytes(BYTES_MAX);
            if (answer.status() == 404) {
                throw new ProviderException(new Failure.Rejected("ElevenLabs does not know this agent"));
            }
            if (!answer.isGood()) {
                throw new TurnedAwayException(answer.status(), body, answer.header("retry-after"));
            }
            return target(Json.read(body));
        } catch (IOException e) {
            throw new ProviderException(Failure.Unavailable.notRendered("ElevenLabs' answer broke off"), e);
        } finally {
            answer.close();
        }
    }

    private static String target(JsonNode answer) throws IOException {
        try {
            URI signed = URI.create(answer.path("signed_url").asText(""));
            if (signed.getRawPath() != null && signed.getRawQuery() != null) {
                return signed.getRawPath() + "?" + signed.getRawQuery();
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("no address", e);
        }
        throw new IOException("no address");
    }
}
