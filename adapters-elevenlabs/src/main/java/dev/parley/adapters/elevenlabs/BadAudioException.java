package dev.parley.adapters.elevenlabs;

import java.io.IOException;

/** An answer that is not the whole audio asked for. Its message is our own, and holds nothing of the answer. */
final class BadAudioException extends IOException {

    private static final long serialVersionUID = 1L;

    BadAudioException(String message) {
        super(message);
    }
}
