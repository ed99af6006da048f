package dev.parley.application.access;

import dev.parley.domain.account.IpRange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From where a request really comes. Each proxy adds, on the right, the address that it was called from; whatever stands
 * left of the last address that no trusted proxy has, anybody can have written.
 */
public final class ClientAddress {

    /** Header, and metadata, that proxies add to. */
    public static final String FORWARDED = "x-forwarded-for";

    private static final int HOPS_MAX = 100;

    private ClientAddress() {}

    /**
     * The last address, seen from here, that is no trusted proxy's. Where a trusted proxy tells of none that can be read,
     * it is that proxy's own.
     *
     * @param peer other end of the connection
     * @param forwarded values of every {@link #FORWARDED} header, in their order
     * @param trusted proxies whose word is taken
     */
    public static InetAddress of(InetAddress peer, List<String> forwarded, List<IpRange> trusted) {
        var client = plain(peer);
        if (!isTrusted(client, trusted)) {
            return client;
        }
        for (String hop : lastHopsFirst(forwarded)) {
            var told = parsed(hop);
            if (told.isEmpty()) {
                return client;
            }
            client = told.get();
            if (!isTrusted(client, trusted)) {
                return client;
            }
        }
        return client;
    }

    private static boolean isTrusted(InetAddress address, List<IpRange> trusted) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    /** Empty elements of a list mean nothing in HTTP. */
    private static List<String> lastHopsFirst(List<String> forwarded) {
        List<String> hops = new ArrayList<>();
        for (String value : forwarded.reversed()) {
            int end = value.length();
            while (end >= 0 && hops.size() < HOPS_MAX) {
                int comma = value.lastIndexOf(',', end - 1);
                var hop = value.substring(comma + 1, end).strip();
                if (!hop.isEmpty()) {
                    hops.add(hop);
                }
                end = comma;
            }
        }
        return hops;
    }

    /** With or without a port; IPv6 in brackets where it has one. */
    private static Optional<InetAddress> parsed(String hop) {
        try {
            return Optional.of(IpRange.literal(withoutPort(hop)));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // "unknown", a name, or anything else that is no address.
        }
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            var inside = hop.substring(1, Math.max(1, end));
            return end > 0 && inside.indexOf(':') >= 0 && isPort(hop.substring(end + 1)) ? inside : "";
        }
        int colon = hop.indexOf(':');
        boolean one = colon >= 0 && colon == hop.lastIndexOf(':');
        return one && isPort(hop.substring(colon)) ? hop.substring(0, colon) : hop;
    }

    private static boolean isPort(String text) {
        return text.isEmpty() || text.matches(":[0-9]{1,5}");
    }

    /** Without a zone; an IPv4 address that came as IPv6 is IPv4 again. */
    private static InetAddress plain(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
