package dev.parley.adapters.webhooks;

import dev.parley.domain.account.IpRange;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the internet at large. The JDK's own questions (isSiteLocalAddress and its like) miss shared, unique
 * local, translated and tunnelled addresses, so these are IANA's special-purpose registries, written out.
 */
final class PublicAddresses {

    /** Multicast and what was never given out, too. */
    private static final List<IpRange> SPECIAL_4 = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared, behind a carrier's translation
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // Azure's own services, seen from inside its machines
            "169.254.0.0/16", // link local, and metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /** All global unicast. Loopback, link local, unique local, multicast, mapped, NAT64 and segment ids lie outside. */
    private static final IpRange GLOBAL_6 = IpRange.parse("2000::/3");

    private static final List<IpRange> SPECIAL_6 = ranges(
            "2001::/23", // protocol assignments: Teredo, ORCHID, AMT, AS112
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "2620:4f:8000::/48", // AS112
            "3ffe::/16", // was the 6bone
            "3fff::/20"); // documentation

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        return address instanceof Inet4Address
                ? !anyOf(SPECIAL_4, address)
                : GLOBAL_6.contains(address) && !anyOf(SPECIAL_6, address);
    }

    /** Those that are not; all of IPv6 outside of {@code 2000::/3} besides. */
    static Stream<IpRange> special() {
        return Stream.concat(SPECIAL_4.stream(), SPECIAL_6.stream());
    }

    static boolean anyOf(List<IpRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<IpRange> ranges(String... texts) {
        return Stream.of(texts).map(IpRange::parse).toList();
    }
}
