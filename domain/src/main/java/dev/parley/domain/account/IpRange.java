package dev.parley.domain.account;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A block of addresses in CIDR notation, or one address. An IPv4 address and the IPv6 address that maps it are the same.
 *
 * @param address with the bits after the prefix zero
 */
public record IpRange(InetAddress address, int prefix) {

    private static final int TEXT_LENGTH_MAX = 64;

    /**
     * {@code 203.0.113.0/24}, {@code 2001:db8::/32} or a single address.
     *
     * @throws IllegalArgumentException for anything else, and where bits after the prefix are set: they are a typing error
     */
    public static IpRange parse(String text) {
        int slash = text.indexOf('/');
        try {
            var address = literal(slash < 0 ? text : text.substring(0, slash));
            int bits = address.getAddress().length * Byte.SIZE;
            int prefix = slash < 0 ? bits : prefix(text.substring(slash + 1), bits);
            if (clearsNothing(address.getAddress(), prefix)) {
                return new IpRange(address, prefix);
            }
        } catch (IllegalArgumentException e) {
            throw bad(text, e);
        }
        throw bad(text, null);
    }

    /**
     * An address written in full, never a name, and never looked up.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static InetAddress literal(String text) {
        boolean four = text.indexOf(':') < 0;
        if (text.length() > TEXT_LENGTH_MAX || text.indexOf('%') >= 0 || (four && !isDottedQuad(text))) {
            throw new IllegalArgumentException("no address");
        }
        return four ? Inet4Address.ofLiteral(text) : Inet6Address.ofLiteral(text);
    }

    public boolean contains(InetAddress candidate) {
        byte[] wanted = address.getAddress();
        byte[] given = candidate.getAddress();
        if (wanted.length != given.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            if (bit(wanted, bit) != bit(given, bit)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }

    private static int prefix(String text, int bits) {
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("no prefix");
        }
        int prefix = Integer.parseInt(text);
        if (prefix > bits) {
            throw new IllegalArgumentException("the prefix is longer than the address");
        }
        return prefix;
    }

    /** The JDK also takes 127.1 and 2130706433. */
    private static boolean isDottedQuad(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (var part : parts) {
            boolean digits =
                    !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || (part.length() > 1 && part.charAt(0) == '0')) {
                return false;
            }
        }
        return true;
    }

    private static boolean clearsNothing(byte[] address, int prefix) {
        for (int bit = prefix; bit < address.length * Byte.SIZE; bit++) {
            if (bit(address, bit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean bit(byte[] address, int index) {
        return (address[index / Byte.SIZE] & (0x80 >> (index % Byte.SIZE))) != 0;
    }

    private static IllegalArgumentException bad(String text, @Nullable Exception cause) {
        var shown = text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX) + "…";
        return new IllegalArgumentException(
                "'" + shown + "' is no range of addresses: write 203.0.113.0/24, 2001:db8::/32 or one address.", cause);
    }
}
