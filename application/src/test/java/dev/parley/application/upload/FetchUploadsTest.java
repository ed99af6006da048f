package dev.parley.application.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.storage.memory.MemoryStore;
import dev.parley.application.Limits;
import dev.parley.application.upload.FetchUploads.Source;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.audio.OutOfReachException;
import dev.parley.ports.audio.RemoteFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchUploadsTest {

    private static final String URL = "https://cdn.example/a.mp3?sig=secret";

    private final MemoryStore store = new MemoryStore(InstantSource.system());
    private final ReceiveUploads uploads =
            new ReceiveUploads(store.uploads(), _ -> Optional.empty(), store.tasks(), Limits.DEFAULT);
    private final List<Runnable> whenGone = new ArrayList<>();

    @Test
    void whatLiesThereIsTakenIn() throws IOException {
        assertThat(fetch(_ -> new ByteArrayInputStream(new byte[7]), source(URL, 7)))
                .isEqualTo(7);
    }

    @Test
    void whatIsTooLargeIsRefusedByTheFieldOfItsUrl() {
        assertThatThrownBy(() -> fetch(_ -> new ByteArrayInputStream(new byte[8]), source(URL, 7)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new Refusal.Invalid("source_url", "is larger than 7 bytes.")));
    }

    @Test
    void whatCannotBeHadIsRefusedByTheFieldOfItsUrl() {
        assertThatThrownBy(() -> fetch(_ -> broken(), source(URL, 7)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new Refusal.Invalid("source_url", "could not be fetched.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "cdn.example/a.mp3", "file:///etc/passwd", "ftp://cdn.example/a", "https:///a", "h ttp://x"})
    void whatIsNoUrlOfTheWebIsNotAskedFor(String url) {
        assertThatThrownBy(() -> fetch(place -> fail(place), source(url, 7))).isInstanceOf(Refused.class);
    }

    @Test
    void oneAccountHasAFewFetchedAtOnce() throws IOException {
        var fetch = new FetchUploads(files(_ -> new ByteArrayInputStream(new byte[7])), 1);
        var first = new Source("acc_1", "source_url", URL, 7, _ -> {
            assertThatThrownBy(() -> fetched(fetch, source(URL, 7)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.TooMany.class));
        });

        fetched(fetch, first);

        assertThat(fetched(fetch, source(URL, 7))).isEqualTo(7);
    }

    @Test
    void whoLeavesStopsTheFetch() throws IOException {
        var closed = new ArrayList<String>();
        fetch(
                _ -> new ByteArrayInputStream(new byte[7]) {
                    @Override
                    public void close() {
                        closed.add("closed");
                    }
                },
                source(URL, 7));
        closed.clear();
        whenGone.forEach(Runnable::run);

        assertThat(closed).containsExactly("closed");
    }

    @Test
    void nothingOfTheUrlIsPrinted() {
        assertThat(source(URL, 7).toString()).doesNotContain("secret", "cdn");
    }

    private Source source(String url, long bytesMax) {
        return new Source("acc_1", "source_url", url, bytesMax, whenGone::add);
    }

    private long fetch(Function<URI, InputStream> there, Source source) throws IOException {
        return fetched(new FetchUploads(files(there), 1), source);
    }

    private long fetched(FetchUploads fetch, Source source) throws IOException {
        try (var batch = uploads.begin();
                var taken = fetch.fetch(batch, source)) {
            return taken.bytes();
        }
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new OutOfReachException("could not be fetched.");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        };
    }

    private static InputStream fail(URI place) {
        throw new AssertionError("nobody asks for " + place);
    }

    private static RemoteFiles files(Function<URI, InputStream> there) {
        return new RemoteFiles() {
            @Override
            public InputStream at(URI url) {
                return there.apply(url);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
