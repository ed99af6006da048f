package dev.parley.rest.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=0-0, 0, 0",
        "bytes=90-99, 90, 99",
        "bytes=90-100, 90, 99",
        "bytes=90-999999999999999999, 90, 99",
        "bytes=99-, 99, 99",
        "bytes=0-, 0, 99",
        "bytes=-1, 99, 99",
        "bytes=-100, 0, 99",
        "bytes=-1000, 0, 99",
        "Bytes= 5-6, 5, 6"
    })
    void aPartIsWithinTheBytes(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange.Part(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void beyondTheEndThereIsNothing(String header) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange.Beyond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "bytes=0x1-2",
                "bytes=--1",
                "items=0-1",
                "bytes 0-1",
                "0-1",
                "",
                "bytes=9999999999999999999-"
            })
    void whatCannotBeReadAsOneRangeIsTheWhole(String header) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange.Whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=0-0", "bytes=-1"})
    void nothingHasNoParts(String header) {
        assertThat(ByteRange.parse(header, 0)).isEqualTo(new ByteRange.Beyond());
    }
}
