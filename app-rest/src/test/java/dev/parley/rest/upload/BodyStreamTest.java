package dev.parley.rest.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.rest.error.HttpRefused;
import java.io.EOFException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

class BodyStreamTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicLong wanted = new AtomicLong();
    private final AtomicBoolean left = new AtomicBoolean();

    @Test
    void aPieceIsAskedForWhenTheOneBeforeIsBeingRead() {
        var stream = new BodyStream(endless(), LONG, LONG);
        assertThat(wanted).hasValue(1);

        assertThat(stream.read()).isEqualTo('a');
        assertThat(stream.read()).isEqualTo('b');

        assertThat(wanted).hasValue(2);
    }

    @Test
    void whoSendsNothingIsRefused() {
        var stream = new BodyStream(silent(), Duration.ofMillis(20), LONG);

        assertThatThrownBy(stream::read)
                .isInstanceOfSatisfying(
                        HttpRefused.class,
                        refused -> assertThat(refused.status().getCode()).isEqualTo(408));
    }

    @Test
    void whoTakesTooLongInAllIsRefused() {
        var stream = new BodyStream(silent(), LONG, Duration.ofMillis(20));

        assertThatThrownBy(stream::read).isInstanceOf(HttpRefused.class);
    }

    @Test
    void aBodyThatBreaksOffIsNoEnd() {
        for (var broken : List.of(new EOFException(), new SocketException("Connection reset"))) {
            var stream = new BodyStream(publisher(to -> to.onError(broken)), LONG, LONG);

            assertThatThrownBy(stream::read).isInstanceOf(HttpRefused.class).hasMessage("The body broke off.");
        }
    }

    @Test
    void whatNobodyWantsIsLeft() {
        new BodyStream(silent(), LONG, LONG).close();

        assertThat(left).isTrue();
    }

    private Publisher<byte[]> silent() {
        return publisher(_ -> {});
    }

    private Publisher<byte[]> endless() {
        return publisher(to -> to.onNext("ab".getBytes(StandardCharsets.US_ASCII)));
    }

    private interface Answer {
        void to(Flow.Subscriber<? super byte[]> asker);
    }

    private Publisher<byte[]> publisher(Answer answer) {
        return FlowAdapters.toPublisher(to -> to.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long pieces) {
                wanted.addAndGet(pieces);
                answer.to(to);
            }

            @Override
            public void cancel() {
                left.set(true);
            }
        }));
    }
}
