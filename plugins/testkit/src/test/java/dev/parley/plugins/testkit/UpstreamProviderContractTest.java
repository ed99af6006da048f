package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract lets a good client of an upstream pass, and each of its own tests can fail. */
final class UpstreamProviderContractTest {

    @ExtendWith(ContractRun.FlawOfTheRun.class)
    static final class FlawedWireContract extends UpstreamProviderContract {
        private final WireFlaw flaw;
        private final FakeUpstream upstream = FakeUpstream.start()
                .on(
                        "/speak",
                        UpstreamAnswer.of(
                                200, "audio/pcm", TestAudio.tone(AudioFormat.PCM_24000, Duration.ofSeconds(6))))
                .onSocket((_, socket) -> talk(socket));

        FlawedWireContract(WireFlaw flaw) {
            this.flaw = flaw;
        }

        private static void talk(FakeSocket socket) throws IOException {
            byte[] sound = TestAudio.tone(AudioFormat.PCM_24000, Duration.ofSeconds(1));
            for (String said = socket.receive(); said != null; said = socket.receive()) {
                if (said.contains("Good morning")) {
                    socket.send("{\"audio\":\"" + Base64.getEncoder().encodeToString(sound) + "\"}");
                }
                if (said.equals("{\"text\":\"\"}") || said.contains("close_socket")) {
                    socket.send("{\"isFinal\":true}");
                    socket.close(1000, "");
                    return;
                }
            }
        }

        @AfterEach
        void closeUpstream() {
            upstream.close();
        }

        @Override
        protected FakeUpstream upstream() {
            return upstream;
        }

        @Override
        protected VoiceProviderFactory factory() {
            return new WireFactory(flaw);
        }

        @Override
        protected ProviderConfig config() {
            return TestConfig.of(Map.of(
                    "api_key", "sk-wire-0123456789", "base_url", upstream.uri().toString()));
        }
    }

    @Test
    void goodProviderPassesEveryTest() {
        var run = ContractRun.of(FlawedWireContract.class, WireFlaw.NONE);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).containsAll(ownTests());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void flawFailsItsClauseAndNoOther(WireFlaw flaw) {
        var run = ContractRun.of(FlawedWireContract.class, flaw);
        assertThat(run.failed()).containsExactlyInAnyOrderElementsOf(flaw.noticedBy());
    }

    @Test
    void everyTestOfItsOwnIsFailedBySomeFlaw() {
        Set<String> failing = Arrays.stream(WireFlaw.values())
                .map(WireFlaw::noticedBy)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(failing).containsAll(ownTests());
    }

    private static Set<String> ownTests() {
        return Stream.of(UpstreamProviderContract.class, UpstreamSessionClauses.class)
                .flatMap(clauses -> Arrays.stream(clauses.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
