package dev.parley.rest.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlFramesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final EmbeddedChannel channel = new EmbeddedChannel(new ControlFrames(nanos::get));

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void aPingIsAnsweredInItsWords() {
        channel.writeInbound(ping());
        PongWebSocketFrame pong = channel.readOutbound();
        assertThat(pong.content().toString(StandardCharsets.UTF_8)).isEqualTo("there?");
        pong.release();
    }

    @Test
    void whoReadsNothingIsNotAnswered() {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        channel.writeInbound(ping());
        assertThat(channel.<Object>readOutbound()).isNull();
    }

    @Test
    void aFloodOfPingsEndsTheConnection() {
        for (int i = 0; i < ControlFrames.IDLE_FRAMES_MAX; i++) {
            channel.writeInbound(ping());
            channel.<PongWebSocketFrame>readOutbound().release();
        }
        channel.writeInbound(ping());
        assertThat(closeCode()).isEqualTo(1008);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aFloodOfEmptyFramesEndsTheConnection() {
        for (int i = 0; i <= ControlFrames.IDLE_FRAMES_MAX; i++) {
            channel.writeInbound(new ContinuationWebSocketFrame(false, 0, Unpooled.EMPTY_BUFFER));
        }
        assertThat(closeCode()).isEqualTo(1008);
    }

    @Test
    void pingsOfMinutesAreNoFlood() {
        for (int i = 0; i < 10 * ControlFrames.IDLE_FRAMES_MAX; i++) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(20));
            channel.writeInbound(ping());
            channel.<PongWebSocketFrame>readOutbound().release();
        }
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void messagesGoOn() {
        channel.writeInbound(new TextWebSocketFrame("{}"));
        TextWebSocketFrame message = channel.readInbound();
        assertThat(message.text()).isEqualTo("{}");
        message.release();
    }

    @Test
    void aCloseIsAnsweredAndTheConnectionIsOver() {
        channel.writeInbound(new CloseWebSocketFrame(1001, "bye"));
        assertThat(closeCode()).isEqualTo(1001);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aCloseWithoutACodeIsAnsweredWithoutOne() {
        channel.writeInbound(new CloseWebSocketFrame());
        assertThat(closeCode()).isEqualTo(-1);
    }

    @Test
    void anAnswerToOurCloseIsNotAnswered() {
        channel.writeOutbound(new CloseWebSocketFrame(1007, "no JSON"));
        assertThat(closeCode()).isEqualTo(1007);
        channel.writeInbound(new CloseWebSocketFrame(1007, "no JSON"));
        assertThat(channel.<Object>readOutbound()).isNull();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whatBreaksIsNobodysError() {
        channel.pipeline().fireExceptionCaught(new CorruptedFrameException("unmasked"));
        channel.pipeline().fireExceptionCaught(new IOException("Connection reset"));
        channel.checkException();
        assertThat(channel.isOpen()).isFalse();
    }

    private static PingWebSocketFrame ping() {
        return new PingWebSocketFrame(Unpooled.copiedBuffer("there?", StandardCharsets.UTF_8));
    }

    private int closeCode() {
        CloseWebSocketFrame close = channel.readOutbound();
        try {
            return close.statusCode();
        } finally {
            close.release();
        }
    }
}
