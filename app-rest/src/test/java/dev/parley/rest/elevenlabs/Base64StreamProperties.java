package dev.parley.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class Base64StreamProperties {

    @Property(tries = 200)
    void itIsBase64OfAnyLength(@ForAll @IntRange(max = 40_000) int length, @ForAll long seed) throws IOException {
        byte[] plain = new byte[length];
        new Random(seed).nextBytes(plain);

        try (var encoded = new Base64Stream(new ByteArrayInputStream(plain))) {
            byte[] all = encoded.readAllBytes();

            assertThat(Base64.getDecoder().decode(all)).isEqualTo(plain);
            assertThat(all).hasSize(Math.toIntExact(Base64Stream.length(length)));
        }
    }

    @Property(tries = 20)
    void byteForByteItIsTheSame(@ForAll @IntRange(max = 20_000) int length) throws IOException {
        byte[] plain = new byte[length];

        try (var one = new Base64Stream(new ByteArrayInputStream(plain));
                var other = new Base64Stream(new ByteArrayInputStream(plain))) {
            for (byte expected : other.readAllBytes()) {
                assertThat(one.read()).isEqualTo(expected);
            }
            assertThat(one.read()).isEqualTo(-1);
        }
    }
}
