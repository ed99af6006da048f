package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A provider that only makes voices passes the contract; unless it breaks one of its clauses. */
final class MakerContractTest {

    @ExtendWith(ContractRun.FlawOfTheRun.class)
    static final class FlawedMakerContract extends VoiceProviderContract {
        private final MakerFlaw flaw;

        FlawedMakerContract(MakerFlaw flaw) {
            this.flaw = flaw;
        }

        @Override
        protected VoiceProviderFactory factory() {
            return new MakerFactory(flaw);
        }

        @Override
        protected ProviderConfig config() {
            return TestConfig.of(Map.of());
        }

        /** What is made has an id of its own each time. */
        @Override
        protected boolean has(Behavior behavior) {
            return behavior != Behavior.DETERMINISTIC && super.has(behavior);
        }
    }

    @Test
    void goodProviderPassesEveryTest() {
        var run = ContractRun.of(FlawedMakerContract.class, MakerFlaw.NONE);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void flawFailsItsClauseAndNoOther(MakerFlaw flaw) {
        assertThat(ContractRun.of(FlawedMakerContract.class, flaw).failed())
                .containsExactlyInAnyOrderElementsOf(flaw.noticedBy());
    }
}
