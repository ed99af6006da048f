package dev.parley.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.0, true",
        "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, 203.0.114.0, false",
        "203.0.113.0/24, 203.0.112.255, false",
        "203.0.113.128/25, 203.0.113.128, true",
        "203.0.113.128/25, 203.0.113.127, false",
        "10.0.0.0/7, 11.255.255.255, true",
        "10.0.0.0/7, 12.0.0.0, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.6, false",
        "203.0.113.7/32, 203.0.113.7, true",
        "203.0.113.7/32, 203.0.113.6, false",
        "203.0.113.6/31, 203.0.113.7, true",
        "0.0.0.0/0, 255.255.255.255, true",
        "128.0.0.0/1, 127.255.255.255, false",
        "2001:db8::/32, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, true",
        "2001:db8::/32, 2001:db9::, false",
        "2001:DB8::/32, 2001:0db8::1, true",
        "2001:db8::8000:0/113, 2001:db8::8000:7fff, true",
        "2001:db8::8000:0/113, 2001:db8::8000:8000, false",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1, true",
        "2001:db8::1/128, 2001:db8::2, false",
        "::/0, 2001:db8::1, true",
        "::1, ::1, true"
    })
    void holdsWhatSharesItsPrefix(String range, String address, boolean held) {
        assertThat(IpRange.parse(range).contains(IpRange.literal(address))).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, ::ffff:203.0.113.9, true",
        "203.0.113.0/24, ::ffff:cb00:7109, true",
        "203.0.113.0/24, ::ffff:203.0.114.9, false",
        "::ffff:203.0.113.9, 203.0.113.9, true",
        "::ffff:203.0.113.0/120, 203.0.113.9, true",
        "::ffff:203.0.113.0/120, 203.0.114.9, false",
        "::ffff:203.0.113.9/128, 203.0.113.9, true",
        "::ffff:0:0/96, 198.51.100.1, true",
        "::ffff:0:0/96, ::1, false",
        "::/0, 203.0.113.9, false",
        "0.0.0.0/0, ::1, false",
        "::203.0.113.9, 203.0.113.9, false",
        "64:ff9b::/96, 203.0.113.9, false"
    })
    void mappedAddressIsTheOneItMapsAndNoOtherIs(String range, String address, boolean held) {
        assertThat(IpRange.parse(range).contains(IpRange.literal(address))).isEqualTo(held);
    }

    @Test
    void mappedAddressThatASocketLeftAsItIsIsTheOneItMaps() throws UnknownHostException {
        var mapped = Inet6Address.getByAddress(null, HexFormat.of().parseHex("00000000000000000000ffffcb007109"), 2);
        assertThat(IpRange.parse("203.0.113.0/24").contains(mapped)).isTrue();
    }

    @Test
    void scopeOfASocketsAddressDoesNotCount() throws UnknownHostException {
        var scoped = Inet6Address.getByAddress(null, HexFormat.of().parseHex("fe80000000000000000000000000000a"), 2);
        assertThat(IpRange.parse("fe80::/10").contains(scoped)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "/24",
                "localhost",
                "example.com",
                "example.com/24",
                "127.1",
                "127.1/8",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "10.0.0",
                "10.0.0.0.0",
                "10..0.0",
                "10.0.0.",
                "10.0.0.256",
                "10.0.0.-1",
                "10.0.0.1e0",
                "010.0.0.0/8",
                "10.0.0.00",
                " 10.0.0.0",
                "10.0.0.0 ",
                "10.0.0.0 /8",
                "10.0.0.0/ 8",
                "10.0.0.0/",
                "10.0.0.0/+8",
                "10.0.0.0/-0",
                "10.0.0.0/08",
                "10.0.0.0/00",
                "10.0.0.0/33",
                "10.0.0.0/999",
                "10.0.0.0/4294967304",
                "10.0.0.0/8/8",
                "10.0.0.0/255.0.0.0",
                "10.0.0.0\\8",
                "\u0661\u0660.0.0.0/8",
                "10.0.0.0/\u0668",
                "\uff11::",
                ":",
                ":::",
                "1::2::3",
                "12345::",
                "g::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "fe80::1%eth0",
                "fe80::1%2",
                "fe80::/10%eth0",
                "[::1]",
                "[::1]/128",
                "::1/129",
                "::/0128",
                "::ffff:127.1",
                "::ffff:010.0.0.1",
                "::ffff:10.0.0.256",
                "::ffff:203.0.113.0/24",
                "::ffff:0:0/95",
                "http://10.0.0.1"
            })
    void anythingElseIsNoRange(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpRange.parse(text))
                .withMessageStartingWith("'" + text + "' is no range of addresses: write 203.0.113.0/24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.1/24",
                "0.0.0.1/0",
                "203.0.113.129/25",
                "2001:db8::1/32",
                "::1/0",
                "2001:db8::8000:1/127",
                "::ffff:203.0.113.1/120"
            })
    void bitAfterThePrefixIsATypingError(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IpRange.parse(text));
    }

    @Test
    void longTextIsNotRepeatedInFull() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> IpRange.parse("1".repeat(1_000_000)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "example.com", "127.1", "2130706433", "10.0.0.0/8", "fe80::1%eth0", "[::1]", "01.2.3.4"})
    void literalIsAnAddressInFull(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IpRange.literal(text));
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.0, -1", "203.0.113.0, 33", "203.0.113.1, 24", "2001:db8::, 129", "2001:db8::1, 127"})
    void noRangeIsMadeThatCouldNotBeWritten(String address, int prefix) {
        var literal = IpRange.literal(address);
        assertThatIllegalArgumentException().isThrownBy(() -> new IpRange(literal, prefix));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.0/24",
        "203.0.113.7, 203.0.113.7/32",
        "2001:db8::/32, 2001:db8:0:0:0:0:0:0/32",
        "::ffff:203.0.113.0/120, 203.0.113.0/24"
    })
    void printsInOneWay(String text, String printed) {
        assertThat(IpRange.parse(text)).hasToString(printed);
    }

    @Property
    void printedRangeIsReadAgain(
            @ForAll @Size(4) byte[] four, @ForAll @Size(16) byte[] sixteen, @ForAll @IntRange(max = 128) int prefix)
            throws UnknownHostException {
        for (byte[] bytes : new byte[][] {four, sixteen}) {
            int bits = Math.min(prefix, bytes.length * 8);
            var range = new IpRange(InetAddress.getByAddress(cleared(bytes, bits)), bits);
            assertThat(IpRange.parse(range.toString())).isEqualTo(range);
        }
    }

    @Property
    void rangeHoldsEveryAddressWithItsPrefixAndNoneWithAnother(
            @ForAll @Size(4) byte[] bytes,
            @ForAll @IntRange(min = 1, max = 32) int prefix,
            @ForAll @IntRange(max = 31) int flip)
            throws UnknownHostException {
        var range = new IpRange(InetAddress.getByAddress(cleared(bytes, prefix)), prefix);
        byte[] other = bytes.clone();
        other[flip / 8] ^= (byte) (0x80 >> (flip % 8));
        assertThat(range.contains(InetAddress.getByAddress(bytes))).isTrue();
        assertThat(range.contains(InetAddress.getByAddress(other))).isEqualTo(flip >= prefix);
    }

    private static byte[] cleared(byte[] address, int prefix) {
        byte[] cleared = address.clone();
        for (int bit = prefix; bit < cleared.length * 8; bit++) {
            cleared[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        return cleared;
    }
}
