package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A provider that submits and polls passes the contract too, unless it would pay again after a restart. */
final class JobProviderContractTest {

    @ExtendWith(ContractRun.FlawOfTheRun.class)
    static final class FlawedJobContract extends UpstreamProviderContract {
        private final JobFlaw flaw;
        private final FakeUpstream upstream = FakeUpstream.start()
                .on("/jobs", UpstreamAnswer.json(202, "job-7"))
                .on("/jobs/job-7", UpstreamAnswer.json(200, "working"), UpstreamAnswer.json(200, "done"))
                .on(
                        "/jobs/job-7/audio",
                        UpstreamAnswer.of(
                                200, "audio/pcm", TestAudio.tone(AudioFormat.PCM_24000, Duration.ofSeconds(6))));

        FlawedJobContract(JobFlaw flaw) {
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
        protected boolean carriesAudio(UpstreamRequest request) {
            return request.path().endsWith("/audio");
        }

        @Override
        protected boolean has(Behavior behavior) {
            return behavior == Behavior.KEEPS_THE_UPSTREAMS_ID
                    || behavior == Behavior.TELLS_THE_DOORBELL
                    || super.has(behavior);
        }

        @Override
        protected VoiceProviderFactory factory() {
            return new JobFactory(flaw);
        }

        @Override
        protected ProviderConfig config() {
            return TestConfig.of(Map.of(
                    "api_key", "sk-jobs-0123456789", "base_url", upstream.uri().toString()));
        }
    }

    @Test
    void goodProviderPassesEveryTest() {
        assertThat(ContractRun.of(FlawedJobContract.class, JobFlaw.NONE).failed())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void flawFailsItsClauseAndNoOther(JobFlaw flaw) {
        assertThat(ContractRun.of(FlawedJobContract.class, flaw).failed())
                .containsExactlyInAnyOrderElementsOf(flaw.noticedBy());
    }
}
