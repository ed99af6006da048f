package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A provider that takes sessions passes the contract; unless it breaks one of its clauses. */
final class TalkContractTest {

    @ExtendWith(ContractRun.FlawOfTheRun.class)
    static final class FlawedTalkContract extends VoiceProviderContract {
        private final TalkFlaw flaw;

        FlawedTalkContract(TalkFlaw flaw) {
            this.flaw = flaw;
        }

        @Override
        protected VoiceProviderFactory factory() {
            return new TalkFactory(flaw);
        }

        @Override
        protected ProviderConfig config() {
            return TestConfig.of(Map.of());
        }
    }

    @Test
    void goodProviderPassesEveryTest() {
        var run = ContractRun.of(FlawedTalkContract.class, TalkFlaw.NONE);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void flawFailsItsClauseAndNoOther(TalkFlaw flaw) {
        assertThat(ContractRun.of(FlawedTalkContract.class, flaw).failed())
                .containsExactlyInAnyOrderElementsOf(flaw.noticedBy());
    }
}
