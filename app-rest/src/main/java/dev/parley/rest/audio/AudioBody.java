package dev.parley.rest.audio;

import java.io.InputStream;

/** Audio on its way out: exactly {@code length} bytes. */
public record AudioBody(InputStream stream, long length) {}
