package dev.parley.domain.session;

import dev.parley.domain.audio.FileType;
import dev.parley.domain.ledger.PriceUnit;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import java.util.List;
import java.util.Set;

/** A connection that goes both ways. What is kept of it is a record of what was relayed, as JSON; nothing of what was said. */
public sealed interface SessionRequest extends RenderRequest
        permits SpeechSessionRequest, TranscriptionSessionRequest, ConversationRequest {

    List<Setting> settings();

    /** The most that may be relayed; what is held is its price. */
    Load most();

    @Override
    default FileType format() {
        return FileType.JSON;
    }

    @Override
    default Delivery delivery() {
        return new Delivery(true, false);
    }

    @Override
    default int characters() {
        return most().characters();
    }

    @Override
    default Set<RenderOption> asked() {
        return Set.of();
    }

    @Override
    default SessionRequest only(Set<RenderOption> taken) {
        return this;
    }

    @Override
    default long units(PriceUnit unit) {
        return units(unit, most(), most());
    }

    /**
     * How much a session is worth.
     *
     * @param given relayed to the provider
     * @param got relayed to the caller
     */
    static long units(PriceUnit unit, Load given, Load got) {
        return switch (unit) {
            case CHARACTER, PROMPT_CHARACTER -> given.characters();
            case SECOND_IN -> RenderRequest.seconds(given.audio());
            case SECOND_OUT -> RenderRequest.seconds(got.audio());
            case REQUEST -> 1;
        };
    }
}
