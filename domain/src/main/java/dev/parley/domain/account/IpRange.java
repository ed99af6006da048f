package dev.parley.domain.account;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * A block of addresses in CIDR notation, or one address. An IPv4 address and the IPv6 address that maps it are the same, so
 * {@code ::/0} is all of IPv6 and holds no IPv4 address.
 *
 * @param address with the bits after the prefix zero
 */
public record IpRange(InetAddress address, int prefix) {

    private static final int TEXT_LENGTH_MAX = 64;
    private static final byte[] MAPPED_PREFIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    public IpRange {
        if (prefix < 0 || prefix > bits(address) || !clearsNothing(address.getAddress(), prefix)) {
            throw new IllegalArgumentException("no range: " + address.getHostAddress() + "/" + prefix);
        }
    }

    /**
     * {@code 203.0.113.0/24}, {@code 2001:db8::/32} or a single address. The prefix counts the bits of the address as it is
     * written: {@code ::ffff:203.0.113.0/120} is the first of these.
     *
     * @throws IllegalArgumentException for anything else, and where bits after the prefix are set: they are a typing error
     */
    public static IpRange parse(String text) {
        int slash = text.indexOf('/');
        try {
            var address = literal(slash < 0 ? text : text.substring(0, slash));
            int prefix = slash < 0 ? bits(address) : prefix(text, slash) - (writtenBits(text) - bits(address));
            return new IpRange(address, prefix);
        } catch (IllegalArgumentException e) {
            throw bad(text, e);
        }
    }

    /**
     * An address written in full, never a name, and never looked up. An IPv6 address that maps one of IPv4 is that one.
     *
     * @throws IllegalArgumentException for anything else, as brackets, a scope, or digits that may be octal
     */
    public static InetAddress literal(String text) {
        var quad = text.substring(text.lastIndexOf(':') + 1);
        boolean wellFormed = text.length() <= TEXT_LENGTH_MAX
                && text.chars().allMatch(c -> c == ':' || c == '.' || HexFormat.isHexDigit(c))
                && (isDottedQuad(quad) || (isSix(text) && quad.indexOf('.') < 0));
        if (!wellFormed) {
            throw new IllegalArgumentException("no address");
        }
        return isSix(text) ? Inet6Address.ofLiteral(text) : Inet4Address.ofLiteral(text);
    }

    public boolean contains(InetAddress candidate) {
        byte[] wanted = address.getAddress();
        byte[] given = unmapped(candidate.getAddress());
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

    private static int prefix(String text, int slash) {
        var digits = text.substring(slash + 1);
        if (!isDecimal(digits)) {
            throw new IllegalArgumentException("no prefix");
        }
        return Integer.parseInt(digits);
    }

    private static boolean isSix(String text) {
        return text.indexOf(':') >= 0;
    }

    private static int writtenBits(String text) {
        return isSix(text) ? 128 : 32;
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    /** Some sources of addresses leave mapped ones as they are. */
    private static byte[] unmapped(byte[] address) {
        int head = MAPPED_PREFIX.length;
        return address.length > head && Arrays.equals(address, 0, head, MAPPED_PREFIX, 0, head)
                ? Arrays.copyOfRange(address, head, address.length)
                : address;
    }

    /** The JDK also takes 127.1, 2130706433 and 010.0.0.1, which others read as octal. */
    private static boolean isDottedQuad(String text) {
        var parts = text.split("\\.", -1);
        return parts.length == 4 && Stream.of(parts).allMatch(IpRange::isDecimal);
    }

    /** At most three digits, and no zero before others. */
    private static boolean isDecimal(String text) {
        return !text.isEmpty()
                && text.length() <= 3
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
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

    private static IllegalArgumentException bad(String text, Exception cause) {
        var shown = text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX) + "…";
        return new IllegalArgumentException(
                "'" + shown + "' is no range of addresses: write 203.0.113.0/24, 2001:db8::/32 or one address.", cause);
    }
}
