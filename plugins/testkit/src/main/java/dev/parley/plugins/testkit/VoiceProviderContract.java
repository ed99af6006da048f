package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Receipt;
import dev.parley.ports.provider.Uploads;
import dev.parley.ports.provider.VoiceProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The contract of a provider plugin: a plugin's test extends this class, and every clause P1 to P18 of {@code
 * dev.parley.ports.provider} becomes a test whose name repeats the clause. A plugin that speaks to a network extends {@link
 * UpstreamProviderContract} instead.
 *
 * <pre>{@code
 * final class AcmeContractTest extends VoiceProviderContract {
 *     protected VoiceProviderFactory factory() { return new AcmeFactory(); }
 *     protected ProviderConfig config() { return TestConfig.of(Map.of("api_key", "sk-test-0123456789")); }
 * }
 * }</pre>
 *
 * <p>The tests are final: a clause cannot be overridden away. What honest providers differ in is declared by {@link #has}.
 *
 * <p>Not tested, because nothing seen from outside tells: that a factory's name is the same in the plugin's next version
 * (P1); that Parley masks secrets in its log (P2); that units grow sensibly with the text (P5); that the best voice comes
 * first (P6); that a reader who does not read really holds up the upstream (P9); that sockets and files, as opposed to
 * threads, are given back (P12). Whether a call reaches the network (P3, P4) is tested by {@link UpstreamProviderContract}.
 */
public abstract class VoiceProviderContract extends SessionClauses {

    private static final int READERS = 16;
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    /** For plugins' tests. */
    protected VoiceProviderContract() {}

    /** P8: what the capabilities promise is kept, in full. */
    @Test
    public final void p08_everyModelRendersEveryKindInEveryFormat() throws ProviderException {
        for (SpokenRequest request : samples().all()) {
            audioCheck().whole(request, Rendering.of(provider(), request));
        }
        for (RenderRequest request : samples().unspoken()) {
            audioCheck().whole(request, Rendering.of(provider(), request));
        }
    }

    /** P8: one instance serves many virtual threads. */
    @Test
    public final void p08_manyThreadsAtOnceGetWholeAudio() throws Exception {
        RenderRequest request = samples().any();
        VoiceProvider shared = provider();
        List<FutureTask<Rendering>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(new FutureTask<>(() -> Rendering.of(shared, request)));
        }
        readers.forEach(Thread::startVirtualThread);
        for (FutureTask<Rendering> reader : readers) {
            audioCheck().whole(request, reader.get(ENOUGH.toSeconds(), TimeUnit.SECONDS));
        }
    }

    /** P8: see {@link Behavior#STREAMS_BEFORE_COMPLETE}. */
    @Test
    public final void p08_audioComesInPiecesWhereDeclared() throws ProviderException {
        int pieces = Rendering.of(provider(), samples().anyLong()).pieces();
        if (has(Behavior.STREAMS_BEFORE_COMPLETE)) {
            assertThat(pieces).as("chunks with audio").isGreaterThan(1);
        } else {
            assertThat(pieces).as("chunks with audio").isEqualTo(1);
        }
    }

    /** P8: see {@link Behavior#DETERMINISTIC}. */
    @Test
    public final void p08_equalRequestsSoundEqualWhereDeclared() throws ProviderException {
        byte[] first = Rendering.of(provider(), samples().any()).audio();
        byte[] second = Rendering.of(provider(), samples().any()).audio();
        if (has(Behavior.DETERMINISTIC)) {
            assertThat(second).isEqualTo(first);
        } else {
            assertThat(second).isNotEqualTo(first);
        }
    }

    /** P9: the end is final. */
    @Test
    public final void p09_nullForEverAfterTheEnd() throws ProviderException {
        try (AudioStream stream = Rendering.begin(provider(), samples().any())) {
            Rendering.read(stream);
            for (int i = 0; i < 3; i++) {
                assertThat(stream.next()).as("next() after the end").isNull();
            }
        }
    }

    /** P9: who reads must know from the beginning what the bytes are. */
    @Test
    public final void p09_formatIsTheSameToTheEnd() throws ProviderException {
        try (AudioStream stream = Rendering.begin(provider(), samples().any())) {
            var told = stream.format();
            Rendering.read(stream);
            assertThat(stream.format()).as("format() at the end").isEqualTo(told);
        }
    }

    /** P9: timings move forward, and end with the audio. */
    @Test
    public final void p09_segmentsNeverGoBack() throws ProviderException {
        for (SpokenRequest request : timed(true)) {
            Rendering rendering = Rendering.of(provider(), request);
            SegmentCheck.neverGoBack(rendering.segments());
            SegmentCheck.endWithinTheAudio(rendering.segments(), audioCheck().wholeAudio(request, rendering));
        }
    }

    /** P9: every code point of every turn has one time. */
    @Test
    public final void p09_segmentsCoverEveryCharacterOnce() throws ProviderException {
        for (SpokenRequest request : timed(true)) {
            SegmentCheck.coverEveryCharacterOnce(
                    Rendering.of(provider(), request).segments(), SampleRequests.texts(request));
        }
    }

    /** P9: who states no timings tells none. */
    @Test
    public final void p09_modelWithoutTimingsTellsNone() throws ProviderException {
        for (SpokenRequest request : timed(false)) {
            assertThat(Rendering.of(provider(), request).segments())
                    .as("segments of %s", request)
                    .isEmpty();
        }
    }

    /** P9: where finished music tells of itself, it tells the truth. */
    @Test
    public final void p09_detailsFitTheMusic() throws ProviderException {
        for (RenderRequest request : samples().unspoken()) {
            if (request instanceof MusicRequest music) {
                Rendering rendering = Rendering.of(provider(), music);
                audioCheck().details(music, rendering);
            }
        }
    }

    /** P10: closing twice is closing once; so is closing after the end. */
    @Test
    public final void p10_closeIsIdempotent() throws ProviderException {
        try (AudioStream stream = Rendering.begin(provider(), samples().any())) {
            stream.next();
            StreamCheck.soon(stream::close);
            StreamCheck.soon(stream::close);
        }
    }

    /** P10: who closes has done with it. */
    @Test
    public final void p10_closedStreamGivesNoMoreAudio() throws ProviderException {
        try (AudioStream stream = Rendering.begin(provider(), samples().anyLong())) {
            StreamCheck.soon(stream::close);
            StreamCheck.givesNoMoreAudio(stream);
        }
    }

    /** P10: from any thread, at any moment. */
    @Test
    public final void p10_closeFromAnotherThreadEndsTheReader() throws Exception {
        try (AudioStream stream = Rendering.begin(provider(), samples().anyLong())) {
            var reader = StreamCheck.reader(stream);
            Thread.startVirtualThread(reader);
            StreamCheck.soon(stream::close);
            StreamCheck.endsSoon(reader);
        }
    }

    /** P11: an attempt that is over does not begin, so nobody is paid for it. */
    @Test
    public final void p11_deadlineInThePastIsUnavailable() throws ProviderException {
        VoiceProvider late = provider();
        RenderRequest request = samples().any();
        var attempt = Rendering.attempt(Duration.ofSeconds(-1));
        StreamCheck.isUnavailable(StreamCheck.failure(StreamCheck.SOON, () -> late.render(request, attempt)), false);
    }

    /** P12: closing twice is closing once, also from another thread. */
    @Test
    public final void p12_closeIsIdempotent() {
        VoiceProvider closed = provider();
        closed.close();
        StreamCheck.soon(closed::close);
    }

    /** P12: open streams may fail, but they do not hang. */
    @Test
    public final void p12_openStreamEndsAfterClose() throws Exception {
        try (AudioStream stream = Rendering.begin(provider(), samples().anyLong())) {
            provider().close();
            var reader = StreamCheck.reader(stream);
            Thread.startVirtualThread(reader);
            StreamCheck.endsSoon(reader);
        }
    }

    /** P12: no thread of the provider keeps the machine running. */
    @Test
    public final void p12_closeEndsItsThreads() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Rendering.of(provider(), samples().any());
        provider().close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!thread.isDaemon() && !before.contains(thread)) {
                assertThat(thread.join(StreamCheck.SOON)).as("%s ends", thread).isTrue();
            }
        }
    }

    /** P13: see {@link Behavior#KEEPS_THE_UPSTREAMS_ID}. */
    @Test
    public final void p13_upstreamsIdIsKeptWhereDeclared() throws ProviderException {
        var receipt = WatchedReceipt.empty();
        Rendering.of(provider(), samples().any(), Rendering.attempt(receipt));
        if (has(Behavior.KEEPS_THE_UPSTREAMS_ID)) {
            assertThat(receipt.kept())
                    .as("ids kept")
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(id).isNotBlank().hasSizeLessThanOrEqualTo(Receipt.LENGTH_MAX));
        } else {
            assertThat(receipt.kept()).as("ids kept").isEmpty();
        }
    }

    /** P14: who rings is not believed: it only wakes. A bell that rings without end changes nothing. */
    @Test
    public final void p14_ringingChangesNothing() throws ProviderException {
        RenderRequest request = samples().any();
        Rendering rung = Rendering.of(provider(), request, Rendering.attempt(new TestDoorbell(null)));
        audioCheck().whole(request, rung);
    }

    /** P15: what the caller brings comes through the attempt; whoever opens it closes it. */
    @Test
    public final void p15_uploadsAreReadThroughTheAttempt() throws ProviderException {
        for (RenderRequest request : samples().unspoken()) {
            var uploads = new TestUploads();
            Rendering.of(provider(), request, Rendering.attempt(uploads));
            uploads.wereRead(request);
        }
    }

    /** P15: a recording that is gone is nobody's mistake, and nothing was rendered of it. */
    @Test
    public final void p15_unreadableUploadIsUnavailable() throws ProviderException {
        VoiceProvider reader = provider();
        for (RenderRequest request : samples().unspoken()) {
            if (!request.uploads().isEmpty()) {
                var attempt = Rendering.attempt(Uploads.NONE);
                StreamCheck.isUnavailable(
                        StreamCheck.failure(StreamCheck.SOON, () -> reader.render(request, attempt)), false);
            }
        }
    }

    /** P17: whoever makes voices can do something with them, and nobody else can. */
    @Test
    public final void p17_workshopIsThereWhereVoicesAreMade() throws ProviderException {
        workshopCheck().isThereWhereVoicesAreMade();
    }

    /** P17: a preview becomes a voice. */
    @Test
    public final void p17_savedPreviewsCanBeNamedAtOnce() throws ProviderException {
        workshopCheck().savesPreviews();
    }

    /** P17: a clone is a voice. */
    @Test
    public final void p17_clonesCanBeNamedAtOnce() throws ProviderException {
        workshopCheck().clonesCanBeNamed();
    }

    /** P17: described anew, it is the same voice. */
    @Test
    public final void p17_editedVoicesCanStillBeNamed() throws ProviderException {
        workshopCheck().editsWhatItMade();
    }

    /** P17: for ever and at once; twice is once. */
    @Test
    public final void p17_deletedVoicesAreNobody() throws ProviderException {
        workshopCheck().deletesForEver();
    }

    /** P17: nothing is made of nothing. */
    @Test
    public final void p17_whatIsNobodysIsRejected() throws ProviderException {
        workshopCheck().rejectsWhatIsNobodys();
    }

    /** P18: what was designed can be heard. */
    @Test
    public final void p18_previewsAreWholeAudioThatTellsItsFormat() throws ProviderException {
        workshopCheck().previewsAreWholeAudio();
    }

    /** P18: and what was not, cannot. */
    @Test
    public final void p18_unknownPreviewIsRejected() throws ProviderException {
        workshopCheck().rejectsPreviewsThatAreNobodys();
    }

    private WorkshopCheck workshopCheck() throws ProviderException {
        return new WorkshopCheck(provider(), samples(), audioCheck());
    }

    private List<SpokenRequest> timed(boolean timings) throws ProviderException {
        SampleRequests samples = samples();
        return samples.oneFormatEach().stream()
                .filter(request -> samples.modelOf(request).timings() == timings)
                .toList();
    }
}
