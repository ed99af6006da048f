package dev.parley.server.plugin;

import org.jspecify.annotations.Nullable;

/** A plugin that cannot be used: the start stops. The message tells the operator where and what to do. */
public final class PluginException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PluginException(String message) {
        this(message, null);
    }

    PluginException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
