package dev.parley.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.IpRange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private static final List<IpRange> TRUSTED =
            Stream.of("10.0.0.0/8", "fd00::/8").map(IpRange::parse).toList();

    /** In the second column, two bars part the values of two headers. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        # peer                   ; header                                     ; client
        # nobody is trusted by what they say of themselves
        203.0.113.9              ; ``                                         ; 203.0.113.9
        203.0.113.9              ; 198.51.100.1                               ; 203.0.113.9
        203.0.113.9              ; 10.0.0.1                                   ; 203.0.113.9
        203.0.113.9              ; 198.51.100.1, 10.0.0.1                     ; 203.0.113.9
        2001:db8::9              ; 198.51.100.1                               ; 2001:db8::9
        # one trusted hop: the last entry
        10.0.0.1                 ; 198.51.100.1                               ; 198.51.100.1
        10.0.0.1                 ; 2001:db8::1                                ; 2001:db8::1
        fd00::1                  ; 198.51.100.1                               ; 198.51.100.1
        fd00::1                  ; 2001:db8::1                                ; 2001:db8::1
        # the left part is anybody's
        10.0.0.1                 ; 127.0.0.1, 198.51.100.1                    ; 198.51.100.1
        10.0.0.1                 ; 10.0.0.7, 198.51.100.1                     ; 198.51.100.1
        10.0.0.1                 ; 192.0.2.1, 10.0.0.7, 198.51.100.1          ; 198.51.100.1
        10.0.0.1                 ; rubbish, 198.51.100.1                      ; 198.51.100.1
        10.0.0.1                 ; 192.0.2.1|198.51.100.1                     ; 198.51.100.1
        10.0.0.1                 ; 192.0.2.1, 203.0.113.5|198.51.100.1        ; 198.51.100.1
        10.0.0.1                 ; ::1, 2001:db8::1                           ; 2001:db8::1
        # two and three trusted hops
        10.0.0.1                 ; 198.51.100.1, 10.0.0.2                     ; 198.51.100.1
        10.0.0.1                 ; 198.51.100.1|10.0.0.2                      ; 198.51.100.1
        10.0.0.1                 ; 198.51.100.1, 10.0.0.3, 10.0.0.2           ; 198.51.100.1
        10.0.0.1                 ; 192.0.2.1, 198.51.100.1, 10.0.0.3, fd00::2 ; 198.51.100.1
        # everybody is trusted: the first who called
        10.0.0.1                 ; 10.0.0.2                                   ; 10.0.0.2
        10.0.0.1                 ; 10.0.0.4, 10.0.0.3, 10.0.0.2               ; 10.0.0.4
        # nothing is told
        10.0.0.1                 ; ``                                         ; 10.0.0.1
        10.0.0.1                 ; ` `                                        ; 10.0.0.1
        10.0.0.1                 ; ,                                          ; 10.0.0.1
        10.0.0.1                 ; , ,,                                       ; 10.0.0.1
        # empty elements mean nothing
        10.0.0.1                 ; 198.51.100.1,                              ; 198.51.100.1
        10.0.0.1                 ; 192.0.2.1,,198.51.100.1, ,                 ; 198.51.100.1
        10.0.0.1                 ; 198.51.100.1|                              ; 198.51.100.1
        # what cannot be read: the last proxy that could
        10.0.0.1                 ; unknown                                    ; 10.0.0.1
        10.0.0.1                 ; 198.51.100.1, unknown                      ; 10.0.0.1
        10.0.0.1                 ; 198.51.100.1, _hidden, 10.0.0.2            ; 10.0.0.2
        10.0.0.1                 ; example.com                                ; 10.0.0.1
        10.0.0.1                 ; 198.51.100                                 ; 10.0.0.1
        10.0.0.1                 ; 198.51.100.256                             ; 10.0.0.1
        10.0.0.1                 ; 0198.51.100.1                              ; 10.0.0.1
        10.0.0.1                 ; 3325256705                                 ; 10.0.0.1
        10.0.0.1                 ; 198.51.100.1/32                            ; 10.0.0.1
        10.0.0.1                 ; fe80::1%eth0                               ; 10.0.0.1
        10.0.0.1                 ; for=198.51.100.1                           ; 10.0.0.1
        # ports and brackets
        10.0.0.1                 ; 198.51.100.1:4711                          ; 198.51.100.1
        10.0.0.1                 ; 198.51.100.1:                              ; 10.0.0.1
        10.0.0.1                 ; 198.51.100.1:port                          ; 10.0.0.1
        10.0.0.1                 ; 198.51.100.1:471100                        ; 10.0.0.1
        10.0.0.1                 ; [2001:db8::1]                              ; 2001:db8::1
        10.0.0.1                 ; [2001:db8::1]:443                          ; 2001:db8::1
        10.0.0.1                 ; 198.51.100.1, [fd00::2]:443, 10.0.0.2:80   ; 198.51.100.1
        10.0.0.1                 ; [2001:db8::1                               ; 10.0.0.1
        10.0.0.1                 ; 2001:db8::1]                               ; 10.0.0.1
        10.0.0.1                 ; [2001:db8::1]x                             ; 10.0.0.1
        10.0.0.1                 ; []                                         ; 10.0.0.1
        10.0.0.1                 ; [198.51.100.1]                             ; 10.0.0.1
        # an IPv4 address in IPv6 clothes is that address
        ::ffff:10.0.0.1          ; 198.51.100.1                               ; 198.51.100.1
        10.0.0.1                 ; ::ffff:198.51.100.1                        ; 198.51.100.1
        10.0.0.1                 ; [::ffff:198.51.100.1]:443                  ; 198.51.100.1
        10.0.0.1                 ; 198.51.100.1, ::ffff:10.0.0.2              ; 198.51.100.1
        10.0.0.1                 ; ::ffff:c633:6401                           ; 198.51.100.1
        """)
    void theLastAddressThatIsNoProxysIsTheClients(String peer, String header, String client) {
        var values = Arrays.asList(header.split("\\|", -1));

        assertThat(ClientAddress.of(IpRange.literal(peer), values, TRUSTED)).isEqualTo(IpRange.literal(client));
    }

    @Test
    void nobodyIsTrustedUnlessSaidSo() {
        var peer = IpRange.literal("127.0.0.1");

        assertThat(ClientAddress.of(peer, List.of("198.51.100.1"), List.of())).isEqualTo(peer);
    }

    @Test
    void noHeaderIsNoHop() {
        var peer = IpRange.literal("10.0.0.1");

        assertThat(ClientAddress.of(peer, List.of(), TRUSTED)).isEqualTo(peer);
    }

    @Test
    void aHundredHopsAreWalked() {
        assertThat(afterHops(99)).isEqualTo(IpRange.literal("198.51.100.1"));
    }

    @Test
    void whatIsBeyondAHundredHopsIsNotLookedAt() {
        assertThat(afterHops(100)).isEqualTo(IpRange.literal("10.0.0.2"));
    }

    @Test
    void aPeerInIpv6ClothesIsIpv4() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 1};
        var peer = java.net.Inet6Address.getByAddress(null, mapped, 1);

        assertThat(ClientAddress.of(peer, List.of(), List.of())).isEqualTo(IpRange.literal("10.0.0.1"));
    }

    private static InetAddress afterHops(int proxies) {
        var hops = String.join(", ", Collections.nCopies(proxies, "10.0.0.2"));
        return ClientAddress.of(IpRange.literal("10.0.0.1"), List.of("198.51.100.1, " + hops), TRUSTED);
    }
}
