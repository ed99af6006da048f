package dev.parley.rest.elevenlabs;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.util.function.Supplier;

/** What walks say about voices that callers have made, in this dialect's words. */
final class OwnVoice {

    private OwnVoice() {}

    /** A voice that is none of the caller's is told like one that nobody has. */
    static <T> T naming(Supplier<T> walk) {
        try {
            return walk.get();
        } catch (Refused e) {
            throw e.refusal() instanceof Refusal.NotFound(String message)
                    ? Refused.invalid(FieldNames.VOICE_ID, message)
                    : e;
        }
    }
}
