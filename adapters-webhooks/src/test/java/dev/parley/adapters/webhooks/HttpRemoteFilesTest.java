package dev.parley.adapters.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.ports.audio.OutOfReachException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpRemoteFilesTest {

    private static final String PUBLIC = "93.184.215.14";
    private static final FetchSettings OPEN = FetchSettings.DEFAULT.allowing("127.0.0.0/8");

    private final RecordingSockets sockets = new RecordingSockets();
    private final ScriptedResolver names = new ScriptedResolver().answer("localhost", "127.0.0.1");

    static List<String> resolved() {
        return ForbiddenAddresses.RESOLVED;
    }

    static List<String> written() {
        return ForbiddenAddresses.WRITTEN;
    }

    @Test
    void aFileComesWhole() throws IOException {
        try (var there = Receiver.saying("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nsound");
                var files = new HttpRemoteFiles(OPEN)) {
            assertThat(text(files, there.url().resolve("/a.mp3?sig=1"))).isEqualTo("sound");
            assertThat(there.request().line()).isEqualTo("GET /a.mp3?sig=1 HTTP/1.1");
        }
    }

    @Test
    void aRedirectIsFollowed() throws IOException {
        try (var there = Receiver.saying("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nsound");
                var before = redirectTo(there.url() + "#part");
                var files = new HttpRemoteFiles(OPEN)) {
            assertThat(text(files, before.url())).isEqualTo("sound");
        }
    }

    @Test
    void aCircleOfRedirectsEnds() throws IOException {
        try (var there = Receiver.saying("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
                var files = new HttpRemoteFiles(OPEN)) {
            refused(() -> text(files, there.url()), "was redirected more than 3 times");
            assertThat(there.requests()).hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("resolved")
    void noForbiddenAddressIsReachedByARedirect(String address) throws IOException {
        names.answer("cdn.example", PUBLIC);
        try (var there = redirectTo("http://" + ForbiddenAddresses.host(address) + "/secret");
                var files = guarded()) {
            sockets.standIn(PUBLIC, there.port());
            refused(() -> text(files, URI.create("http://cdn.example/a.mp3")), "must be");
            assertThat(sockets.dialled()).containsExactly(PUBLIC + " 80");
        }
    }

    @ParameterizedTest
    @MethodSource("resolved")
    void noForbiddenAddressIsReachedByName(String address) {
        names.answer("cdn.example", address);

        neverReached("http://cdn.example/a.mp3");
    }

    @ParameterizedTest
    @MethodSource("resolved")
    void noForbiddenAddressIsReachedByLiteral(String address) {
        neverReached("https://" + ForbiddenAddresses.host(address) + "/");
    }

    @ParameterizedTest
    @MethodSource("written")
    void noForbiddenAddressIsReachedByAnotherSpelling(String url) {
        neverReached(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://cdn.example/a", "http://user:secret@cdn.example/a", "http://cdn.example:22/a"})
    void noOtherKindOfPlaceIsReached(String url) {
        names.answer("cdn.example", PUBLIC);

        neverReached(url);
    }

    @Test
    void aNameIsLookedUpOnceAndDialledAsChecked() throws IOException {
        names.answer("cdn.example", PUBLIC).answer("cdn.example", "127.0.0.1");
        try (var there = Receiver.saying("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nsound");
                var files = guarded()) {
            sockets.standIn(PUBLIC, there.port());
            assertThat(text(files, URI.create("http://cdn.example/a.mp3"))).isEqualTo("sound");
            assertThat(names.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 500})
    void whatIsNotThereIsToldWithTheRemedy(int status) throws IOException {
        try (var there = Receiver.saying("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n");
                var files = new HttpRemoteFiles(OPEN)) {
            refused(() -> text(files, there.url()), "status " + status + ". It must be a URL that anybody may GET");
        }
    }

    @Test
    void aFileThatBreaksOffIsNoQuietEnd() throws IOException {
        try (var there = Receiver.saying("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nsound");
                var files = new HttpRemoteFiles(OPEN)) {
            refused(() -> text(files, there.url()), "could not be fetched");
        }
    }

    @Test
    void whoeverTricklesIsLeftWhenTheTimeIsOver() throws IOException {
        try (var there = Receiver.start((caller, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ns".getBytes(UTF_8));
                    out.flush();
                    Receiver.awaitEnd(caller);
                });
                var files = new HttpRemoteFiles(within(Duration.ofSeconds(20), Duration.ofMillis(300)))) {
            refused(() -> text(files, there.url()), "it took longer than");
        }
    }

    @Test
    void whoeverIsSilentIsLeft() throws IOException {
        try (var there = Receiver.silent();
                var files = new HttpRemoteFiles(within(Duration.ofMillis(300), Duration.ofSeconds(20)))) {
            refused(() -> text(files, there.url()), "no answer within");
        }
    }

    @Test
    void closingStopsTheFetch() throws Exception {
        try (var there = Receiver.silent();
                var files = new HttpRemoteFiles(OPEN)) {
            var file = files.at(there.url());
            var reading = CompletableFuture.runAsync(() -> refused(file::read, "could not be fetched"));
            there.awaitCallers(1);
            file.close();

            there.awaitDepartures(1);
            reading.join();
        }
    }

    private HttpRemoteFiles guarded() {
        return new HttpRemoteFiles(FetchSettings.DEFAULT, names, sockets);
    }

    private static FetchSettings within(Duration answer, Duration all) {
        return new FetchSettings(OPEN.allowed(), OPEN.ports(), null, answer, all);
    }

    private static Receiver redirectTo(String place) throws IOException {
        return Receiver.saying("HTTP/1.1 302 Found\r\nLocation: " + place + "\r\nContent-Length: 0\r\n\r\n");
    }

    private void neverReached(String url) {
        URI place;
        try {
            place = URI.create(url);
        } catch (IllegalArgumentException e) {
            return; // No URL: nobody comes as far as this.
        }
        try (var files = guarded()) {
            refused(() -> text(files, place), "");
        }
        assertThat(sockets.dials()).isEmpty();
    }

    private static void refused(ThrowingCallable fetch, String complaint) {
        assertThatThrownBy(fetch)
                .isInstanceOf(OutOfReachException.class)
                .hasMessageContaining(complaint)
                .hasMessageNotContainingAny("example", "127.0.0.1", "secret");
    }

    private static String text(HttpRemoteFiles files, URI url) throws IOException {
        try (var file = files.at(url)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
