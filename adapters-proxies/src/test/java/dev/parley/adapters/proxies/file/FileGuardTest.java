package dev.parley.adapters.proxies.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are looked up in a table of our own: no address is ever asked. */
final class FileGuardTest {

    private static final URI PUBLIC = URI.create("https://api.reseller.example");
    private static final URI LOCAL = URI.create("http://127.0.0.1:8080");

    @Test
    void publicFileIsAllowed() throws Exception {
        String file = "https://file.reseller.example/audio/dialogue.mp3?sig=1";
        assertThat(guard(PUBLIC).allowed(file)).hasToString(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://file.reseller.example/a.mp3",
                "ftp://file.reseller.example/a.mp3",
                "file:///etc/passwd",
                "data:audio/mpeg;base64,AAAA",
                "https://user:pass@file.reseller.example/a.mp3",
                "https:///a.mp3",
                "not an address",
                "https://127.0.0.1/a.mp3",
                "https://10.1.2.3/a.mp3",
                "https://169.254.169.254/latest/meta-data",
                "https://172.31.0.1/a.mp3",
                "https://192.168.0.1/a.mp3",
                "https://100.64.0.1/a.mp3",
                "https://0.0.0.0/a.mp3",
                "https://[::1]/a.mp3",
                "https://[::ffff:127.0.0.1]/a.mp3",
                "https://[fd00::1]/a.mp3",
                "https://[fe80::1]/a.mp3",
                "https://[64:ff9b::7f00:1]/a.mp3",
                "https://inside.example/a.mp3"
            })
    void whatIsNotPublicAndEncryptedIsRefused(String address) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> guard(PUBLIC).allowed(address))
                .satisfies(e -> assertThat(e.failure())
                        .isEqualTo(new Failure.Unavailable(
                                "reseller has made the audio, but names no address that may be asked for it")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9000/files/1.mp3", "https://192.168.0.1/a.mp3"})
    void upstreamOnTheLocalNetworkMayHaveItsFilesThere(String address) throws Exception {
        assertThat(guard(LOCAL).allowed(address)).hasToString(address);
    }

    @Test
    void redirectMayBeRelative() throws Exception {
        var from = URI.create("https://file.reseller.example/old/a.mp3");
        assertThat(guard(PUBLIC).allowed(from, "../new/a.mp3")).hasToString("https://file.reseller.example/new/a.mp3");
    }

    @Test
    void redirectFromEncryptedToPlainIsRefused() {
        var from = URI.create("https://file.reseller.example/a.mp3");
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> guard(PUBLIC).allowed(from, "http://file.reseller.example/a.mp3"));
    }

    @Test
    void hostThatIsNotFoundMayBeFoundLater() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> guard(PUBLIC).allowed("https://nowhere.example/a.mp3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://reseller.example/a.mp3", "https://file.reseller.example/a.mp3"})
    void namedHostsAreAllowedWithAllBelowThem(String address) throws Exception {
        assertThat(guard(PUBLIC, "reseller.example").allowed(address)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example/a.mp3", "https://evilreseller.example/a.mp3"})
    void hostThatIsNotNamedIsRefusedAndTheAudioIsMade(String address) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> guard(PUBLIC, "reseller.example").allowed(address))
                .satisfies(e -> assertThat(e.failure().mayHaveRendered()).isTrue());
    }

    private static FileGuard guard(URI base, String... hosts) {
        return new FileGuard("reseller", base, List.of(hosts), FileGuardTest::resolve);
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
        return switch (host) {
            case "nowhere.example" -> throw new UnknownHostException(host);
            case "inside.example" ->
                new InetAddress[] {InetAddress.ofLiteral("203.0.113.7"), InetAddress.ofLiteral("10.0.0.5")};
            default -> new InetAddress[] {literal ? InetAddress.getByName(host) : InetAddress.ofLiteral("203.0.113.7")};
        };
    }
}
