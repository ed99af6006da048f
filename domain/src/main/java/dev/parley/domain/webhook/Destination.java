package dev.parley.domain.webhook;

import java.net.URI;
import java.util.Locale;

/** Scheme, host and port, in lower case. So many calls to one are under way at once, and no more. */
public record Destination(String value) {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    public static Destination of(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return new Destination(scheme + "://" + host + ":" + port(scheme, url.getPort()));
    }

    private static int port(String scheme, int port) {
        if (port >= 0) {
            return port;
        }
        return scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    }

    @Override
    public String toString() {
        return value;
    }
}
