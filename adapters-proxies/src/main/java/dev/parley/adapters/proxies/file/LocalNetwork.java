package dev.parley.adapters.proxies.file;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Addresses that no stranger on the internet has: of this machine, of networks like its own, and of none. */
final class LocalNetwork {

    private static final List<Range> RANGES = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/3",
                    "::/127",
                    "64:ff9b::/96",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Range::of)
            .toList();

    private LocalNetwork() {}

    static boolean has(InetAddress address) {
        return RANGES.stream().anyMatch(range -> range.has(address.getAddress()));
    }

    private record Range(InetAddress first, int bits) {

        static Range of(String text) {
            int slash = text.indexOf('/');
            return new Range(
                    InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }

        boolean has(byte[] address) {
            byte[] start = first.getAddress();
            if (start.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if (((start[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
