package dev.parley.adapters.webhooks;

import dev.parley.domain.account.IpRange;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a URL leads, in the one spelling that everybody reads alike. What others may read differently is not understood: 127.1,
 * 2130706433, 0x7f.1, zones, escapes, letters beyond ASCII, a full stop at the end.
 *
 * @param host lower case, without brackets
 * @param literal the address, where the URL has one for a host
 */
record Target(boolean secure, String host, int port, Optional<InetAddress> literal) {

    private static final int NAME_LENGTH_MAX = 253;

    /** The last label begins with a letter, or it could be a number in some notation. */
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    static Target of(URI url) throws ForbiddenTargetException {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        if (!secure && !"http".equalsIgnoreCase(url.getScheme())) {
            throw new ForbiddenTargetException("must be an https URL.");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new ForbiddenTargetException("must be a URL without user name and fragment.");
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
            throw malformed();
        }
        String host = unbracketed(url.getHost().toLowerCase(Locale.ROOT));
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        if (host.length() <= NAME_LENGTH_MAX && NAME.matcher(host).matches()) {
            return new Target(secure, host, port, Optional.empty());
        }
        return new Target(secure, host, port, Optional.of(literal(host)));
    }

    /** What its calls are counted by. */
    String receiver() {
        return host + ":" + port;
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static InetAddress literal(String host) throws ForbiddenTargetException {
        try {
            return IpRange.literal(host);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static ForbiddenTargetException malformed() {
        return new ForbiddenTargetException(
                "must be a URL with a host name in ASCII, or an IP address in its usual form.");
    }
}
