package dev.parley.adapters.proxies.file;

import java.io.IOException;

/** A file that is not what it should be. The message is ours, and safe to repeat. */
final class UnfitFileException extends IOException {

    private static final long serialVersionUID = 1L;

    UnfitFileException(String message) {
        super(message);
    }
}
