package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
                                200, "audio/pcm", TestAudio.tone(AudioFormat.PCM_24000, Duration.ofSeconds(6))));

        FlawedWireContract(WireFlaw flaw) {
            this.flaw = flaw;
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
        return Arrays.stream(UpstreamProviderContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
