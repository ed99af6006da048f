package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A provider that only makes music, and has no voice, passes the contract; unless it breaks one of its clauses. */
final class StudioContractTest {

    @ExtendWith(ContractRun.FlawOfTheRun.class)
    static final class FlawedStudioContract extends VoiceProviderContract {
        private final StudioFlaw flaw;

        FlawedStudioContract(StudioFlaw flaw) {
            this.flaw = flaw;
        }

        @Override
        protected VoiceProviderFactory factory() {
            return new StudioFactory(flaw);
        }

        @Override
        protected ProviderConfig config() {
            return TestConfig.of(Map.of());
        }
    }

    @Test
    void goodProviderPassesEveryTest() {
        var run = ContractRun.of(FlawedStudioContract.class, StudioFlaw.NONE);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void flawFailsItsClauseAndNoOther(StudioFlaw flaw) {
        assertThat(ContractRun.of(FlawedStudioContract.class, flaw).failed())
                .containsExactlyInAnyOrderElementsOf(flaw.noticedBy());
    }
}
