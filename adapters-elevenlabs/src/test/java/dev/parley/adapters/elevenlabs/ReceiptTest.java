package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import dev.parley.domain.render.Delivery;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.Receipt;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the operator is told of an attempt. */
class ReceiptTest {

    private record Bill(
            @Nullable String requestId,
            @Nullable String credential,
            @Nullable BigDecimal cost) {}

    private final List<Bill> bills = new ArrayList<>();

    private final Receipt receipt = new Receipt() {
        @Override
        public Optional<String> upstreamId() {
            return Optional.empty();
        }

        @Override
        public void keep(String upstreamId) {
            throw new AssertionError("nobody resumes a connection");
        }

        @Override
        public void billed(@Nullable String requestId, @Nullable String credential, @Nullable BigDecimal cost) {
            bills.add(new Bill(requestId, credential, cost));
        }
    };

    @Test
    void idKeyAndCostAreToldBeforeTheFirstAudio() throws Exception {
        try (var studio = new Studio("api_key", "main=" + FakeElevenLabs.KEY);
                var _ = studio.provider.render(Studio.dialogue(Studio.LIVE, "Hello."), attempt())) {
            assertThat(bills).containsExactly(new Bill("req-1", "main", BigDecimal.valueOf(6)));
        }
    }

    @Test
    void musicIsBilledToo() {
        try (var studio = new Studio()) {
            studio.hear(Works.song(Delivery.WHOLE), attempt());
            assertThat(bills).containsExactly(new Bill("req-1", "key1", BigDecimal.valueOf(40)));
        }
    }

    @Test
    void aBrokenStreamWasBilledToo() {
        try (var studio = new Studio()) {
            studio.upstream.spoilNext(new Fault.CutOff());
            studio.hear(Studio.dialogue(Studio.LIVE, "Hello there."), attempt());
            assertThat(bills).containsExactly(new Bill("req-1", "key1", BigDecimal.valueOf(12)));
        }
    }

    @Test
    void anErrorHasAnIdForTheUpstreamsSupport() {
        try (var studio = new Studio()) {
            studio.upstream.spoilNext(
                    Fault.Refused.of(500, "internal_error", "oops").header("x-trace-id", "trace-7"));
            studio.hear(Studio.dialogue(Studio.LIVE, "Hello there."), attempt());
            assertThat(bills).containsExactly(new Bill("trace-7", "key1", null));
        }
    }

    private Attempt attempt() {
        Attempt usual = Studio.attempt(Duration.ofSeconds(30));
        return new Attempt(usual.id(), usual.deadline(), receipt);
    }
}
