package dev.parley.adapters.elevenlabs.wire;

import java.io.IOException;

/** An answer that is not the whole audio asked for. Its message is our own, and holds nothing of the answer. */
public final class BadAudioException extends IOException {

    private static final long serialVersionUID = 1L;

    public BadAudioException(String message) {
        super(message);
    }
}
