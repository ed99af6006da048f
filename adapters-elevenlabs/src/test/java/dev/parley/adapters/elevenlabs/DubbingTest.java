package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import dev.parley.adapters.elevenlabs.upstream.SeenRequest;
import dev.parley.domain.audio.FileType;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.DubbingSettings;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.Doorbell;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Receipt;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DubbingTest {

    private static final Upload AUDIO = Works.upload("audio/mpeg", 5000);
    private static final String DUBBING = "{\"dubbing_id\":\"dub-1\",\"status\":\"dubbing\"}";

    private final Studio studio = new Studio();
    private final FakeElevenLabs upstream = studio.upstream;

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void aDubIsAskedForLookedAtFetchedAndTakenAway() throws ProviderException {
        var kept = new Kept(null);

        assertThat(dub(Works.dub(AUDIO), kept)).isPositive();

        assertThat(lines())
                .containsExactly(
                        "POST /v1/dubbing",
                        "GET /v1/dubbing/dub-1",
                        "GET /v1/dubbing/dub-1/audio/es",
                        "DELETE /v1/dubbing/dub-1");
    }

    @Test
    void theUpstreamsIdIsKeptBeforeTheFirstLook() throws ProviderException {
        var kept = new Kept(null);
        upstream.spoil(request -> {
            if (request.path().endsWith("dub-1")) {
                assertThat(kept.kept).endsWith("/dub-1");
            }
            return null;
        });

        dub(Works.dub(AUDIO), kept);
    }

    @Test
    void aResumedAttemptLooksAfterTheSameJob() throws ProviderException {
        dub(Works.dub(AUDIO), new Kept("main/dub-1"));

        assertThat(lines()).doesNotContain("POST /v1/dubbing").contains("GET /v1/dubbing/dub-1");
    }

    @Test
    void whatIsNotDoneIsLookedAtAgain() throws ProviderException {
        var looks = new AtomicInteger();
        upstream.spoil(request -> isLook(request) && looks.incrementAndGet() < 3
                ? new Fault.Refused(looks.get() == 1 ? 200 : 503, DUBBING, Map.of())
                : null);

        assertThat(dub(Works.dub(AUDIO), new Kept(null))).isPositive();
        assertThat(looks).hasValue(3);
    }

    @Test
    void aDubThatFailedIsRejected() {
        upstream.spoil(request -> isLook(request)
                ? new Fault.Refused(200, "{\"status\":\"failed\",\"error\":\"no speech\"}", Map.of())
                : null);

        assertThatThrownBy(() -> dub(Works.dub(AUDIO), new Kept(null)))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(Failure.Rejected.class));
    }

    /** It was fetched and taken away by a process that died before it could say so. */
    @Test
    void aJobThatIsGoneMayHaveBeenRendered() {
        upstream.spoil(request -> isLook(request) ? new Fault.Refused(404, "{}", Map.of()) : null);

        assertThatThrownBy(() -> dub(Works.dub(AUDIO), new Kept("main/dub-1")))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOf(Failure.Unavailable.class)
                                .matches(Failure::mayHaveRendered));
        assertThat(lines()).hasSize(1);
    }

    @Test
    void theDeadlineEndsTheLooking() {
        upstream.spoil(request -> isLook(request) ? new Fault.Refused(200, DUBBING, Map.of()) : null);

        assertThatThrownBy(() -> dub(Works.dub(AUDIO), new Kept(null), Duration.ofMillis(900)))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(Failure.Unavailable.class));
    }

    @Test
    void everySettingReachesTheUpstream() throws ProviderException {
        var settings = new DubbingSettings(
                "es",
                new DubbingSettings.Speakers("en", 2, "castilian"),
                new DubbingSettings.Part(Duration.ofSeconds(1), Duration.ofSeconds(3)),
                new DubbingSettings.Sound(true, true),
                new DubbingSettings.Picture(true, true),
                "ours alone");
        var film = new DubbingRequest(
                "dubbing_v1", Works.upload("video/mp4", 5000), settings, Delivery.WHOLE, FileType.MP4);

        dub(film, new Kept(null));

        var seen = upstream.renderings().getFirst();
        assertThat(List.of("target_lang", "source_lang", "num_speakers", "target_accent", "start_time", "end_time"))
                .extracting(seen::field)
                .containsExactly("es", "en", "2", "castilian", "1", "3");
        assertThat(List.of("drop_background_audio", "use_profanity_filter", "watermark", "highest_resolution"))
                .extracting(seen::field)
                .containsOnly("true");
        assertThat(seen.field("name")).isEmpty();
    }

    private static boolean isLook(SeenRequest request) {
        return request.method().equals("GET") && request.path().endsWith("/dub-1");
    }

    private List<String> lines() {
        return upstream.requests().stream()
                .filter(request -> request.path().startsWith("/v1/dubbing"))
                .map(request -> request.method() + " " + request.path())
                .toList();
    }

    private int dub(DubbingRequest request, Receipt receipt) throws ProviderException {
        return dub(request, receipt, Duration.ofSeconds(20));
    }

    private int dub(DubbingRequest request, Receipt receipt, Duration time) throws ProviderException {
        var deadline = InstantSource.system().instant().plus(time);
        var attempt = new Attempt(
                "att_1",
                deadline,
                receipt,
                Doorbell.NONE,
                file -> new ByteArrayInputStream(new byte[(int) file.bytes()]));
        int bytes = 0;
        try (var stream = studio.provider.render(request, attempt)) {
            for (var chunk = stream.next(); chunk != null; chunk = stream.next()) {
                bytes += chunk.bytes().length;
            }
        }
        return bytes;
    }

    private static final class Kept implements Receipt {
        private final @Nullable String earlier;
        private volatile String kept = "";

        Kept(@Nullable String earlier) {
            this.earlier = earlier;
        }

        @Override
        public Optional<String> upstreamId() {
            return Optional.ofNullable(earlier);
        }

        @Override
        public void keep(String upstreamId) {
            kept = upstreamId;
        }

        @Override
        public void billed(@Nullable String requestId, @Nullable String credential, @Nullable BigDecimal cost) {
            // Nobody asks.
        }
    }
}
