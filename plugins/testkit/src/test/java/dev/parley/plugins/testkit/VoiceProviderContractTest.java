package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract lets a good provider pass, and every clause can fail. */
final class VoiceProviderContractTest {

    @ExtendWith(ContractRun.FlawOfTheRun.class)
    static final class FlawedToneContract extends VoiceProviderContract {
        private final Flaw flaw;

        FlawedToneContract(Flaw flaw) {
            this.flaw = flaw;
        }

        @Override
        protected VoiceProviderFactory factory() {
            return flaw.factory();
        }

        @Override
        protected ProviderConfig config() {
            return TestConfig.of(Map.of("api_key", "sk-tone-0123456789"));
        }
    }

    @Test
    void goodProviderPassesEveryTest() {
        var run = ContractRun.of(FlawedToneContract.class, Flaw.NONE);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).isEqualTo(testsOfTheContract());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void flawFailsItsClauseAndNoOther(Flaw flaw) {
        var run = ContractRun.of(FlawedToneContract.class, flaw);
        assertThat(run.failed()).containsExactlyInAnyOrderElementsOf(flaw.noticedBy());
    }

    @Test
    void everyTestOfTheContractIsFailedBySomeFlaw() {
        Set<String> failing = Stream.of(
                        Arrays.stream(Flaw.values()).map(Flaw::noticedBy),
                        Arrays.stream(StudioFlaw.values()).map(StudioFlaw::noticedBy),
                        Arrays.stream(TalkFlaw.values()).map(TalkFlaw::noticedBy),
                        Arrays.stream(MakerFlaw.values()).map(MakerFlaw::noticedBy))
                .flatMap(each -> each)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(failing).isEqualTo(testsOfTheContract());
    }

    @Test
    void everyClauseHasATest() {
        Set<String> clauses =
                testsOfTheContract().stream().map(name -> name.substring(0, 3)).collect(Collectors.toSet());
        assertThat(clauses)
                .containsExactlyInAnyOrder(
                        "p01", "p02", "p03", "p04", "p05", "p06", "p07", "p08", "p09", "p10", "p11", "p12", "p13",
                        "p14", "p15", "p16", "p17", "p18");
    }

    private static Set<String> testsOfTheContract() {
        return Arrays.stream(VoiceProviderContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
