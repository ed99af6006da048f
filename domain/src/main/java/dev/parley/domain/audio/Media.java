package dev.parley.domain.audio;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What the bytes of a rendering are. */
public sealed interface Media permits AudioFormat, FileType {

    /** Value of an HTTP Content-Type header. */
    String mediaType();

    /** Without the full stop. */
    String fileExtension();

    /** By which it is stored; unique among all of them. */
    String name();

    /** The one of this {@link #name}. */
    static Optional<Media> named(String name) {
        return Stream.<Media>concat(Arrays.stream(AudioFormat.values()), Arrays.stream(FileType.values()))
                .filter(media -> media.name().equals(name))
                .findFirst();
    }
}
