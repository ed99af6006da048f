package dev.parley.domain.account;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final List<String> ISSUED = issued(10_000);

    @Test
    void isSkAnd33Base62Digits() {
        assertThat(ISSUED).allMatch(secret -> secret.matches("sk-[0-9A-Za-z]{33}"));
    }

    @Test
    void randomDigitsHold160Bits() {
        assertThat(BigInteger.valueOf(62).pow(27)).isGreaterThanOrEqualTo(BigInteger.TWO.pow(160));
    }

    @Test
    void everyPlaceTakesEveryDigit() {
        for (int place = 3; place < 30; place++) {
            int at = place;
            assertThat(ISSUED.stream().map(secret -> secret.charAt(at)).collect(toSet()))
                    .hasSize(62);
        }
    }

    @Test
    void endsInTheChecksumOfAllBefore() {
        assertThat(ISSUED)
                .allSatisfy(secret -> assertThat(number(secret.substring(30))).isEqualTo(crc(secret.substring(0, 30))));
    }

    @Test
    void isNeverIssuedTwice() {
        assertThat(ISSUED).doesNotHaveDuplicates();
    }

    @Test
    void comesFromTheGivenRandomnessAlone() {
        assertThat(KeySecret.issue(new Random(7))).isEqualTo(KeySecret.issue(new Random(7)));
    }

    @Test
    void printsAsStars() {
        var secret = KeySecret.issue(new Random(7));
        assertThat("key " + secret + ", " + List.of(secret)).isEqualTo("key ***, [***]");
    }

    @Test
    void hintIsThePrefixAndFourDigits() {
        assertThat(new KeySecret("sk-abcdefghijklmnopqrst").hint()).isEqualTo("sk-abcd");
    }

    @Test
    void anotherPrefixMakesNoOtherSecret() {
        var plain = KeySecret.issue(new Random(7)).value();
        var other = KeySecret.issue(KeyPrefix.AIO, new Random(7)).value();

        assertThat(other).matches("aio_[0-9A-Za-z]{33}");
        assertThat(other.substring(4, 31)).isEqualTo(plain.substring(3, 30));
        assertThat(new KeySecret(other).hint()).isEqualTo(other.substring(0, 8));
    }

    @Test
    void everyWrongDigitIsCaughtWhateverThePrefix() {
        var secret = KeySecret.issue(KeyPrefix.AIO, new Random(7)).value();

        assertThat(new KeySecret(secret).isMistyped()).isFalse();
        for (int place = 4; place < secret.length(); place++) {
            assertThat(withEachOtherDigit(secret, place)).allMatch(wrong -> new KeySecret(wrong).isMistyped());
        }
    }

    @Test
    void hintOfAShortSecretIsNoLongerThanIt() {
        assertThat(new KeySecret("sk-ab").hint()).isEqualTo("sk-ab");
    }

    @Test
    void issuedSecretIsNotMistyped() {
        assertThat(ISSUED).noneMatch(secret -> new KeySecret(secret).isMistyped());
    }

    @Test
    void everySingleWrongDigitIsCaught() {
        for (String secret : ISSUED.subList(0, 100)) {
            for (int place = 3; place < secret.length(); place++) {
                assertThat(withEachOtherDigit(secret, place)).allMatch(wrong -> new KeySecret(wrong).isMistyped());
            }
        }
    }

    @Test
    void twoNeighboursInTheWrongOrderAreCaught() {
        for (String secret : ISSUED) {
            for (int place = 3; place < secret.length() - 1; place++) {
                var wrong = new StringBuilder(secret);
                wrong.setCharAt(place, secret.charAt(place + 1));
                wrong.setCharAt(place + 1, secret.charAt(place));
                assertThat(new KeySecret(wrong.toString()).isMistyped())
                        .isEqualTo(!wrong.toString().equals(secret));
            }
        }
    }

    /** They may be an operator's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sk-",
                "secret",
                "an operator's own secret",
                "sk-00000000000000000000000000000000",
                "sk-0000000000000000000000000000000000",
                "SK-000000000000000000000000000000000",
                "pk-000000000000000000000000000000000",
                "sk_000000000000000000000000000000000",
                "sk-00000000000000000000000000000000-",
                "sk-00000000000000000000000000000000 ",
                "sk-0000000000000000000000000000000\u00e9\u00e9",
                "sk-00000000000000000000000000000000\u0660",
                "sk-proj-00000000000000000000000000000000000000000000"
            })
    void otherShapeIsNeverCalledMistyped(String secret) {
        assertThat(new KeySecret(secret).isMistyped()).isFalse();
    }

    @Test
    void cutSecretHasAnotherShape() {
        String secret = ISSUED.getFirst();
        for (int length = 0; length < secret.length(); length++) {
            assertThat(new KeySecret(secret.substring(0, length)).isMistyped()).isFalse();
        }
    }

    private static Stream<String> withEachOtherDigit(String secret, int place) {
        return DIGITS.chars()
                .filter(digit -> digit != secret.charAt(place))
                .mapToObj(digit -> secret.substring(0, place) + (char) digit + secret.substring(place + 1));
    }

    private static List<String> issued(int count) {
        var random = new SecureRandom();
        return Stream.generate(() -> KeySecret.issue(random).value())
                .limit(count)
                .toList();
    }

    private static long number(String base62) {
        return base62.chars().mapToLong(DIGITS::indexOf).reduce(0, (value, digit) -> value * 62 + digit);
    }

    private static long crc(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }
}
