package dev.parley.rest.session;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What a client sends beside messages, answered before Micronaut sees it: that answers pings of who reads nothing until no memory
 * is left, and leaves a connection open that its client has closed.
 */
final class ControlFrames extends ChannelDuplexHandler {

    /** Of frames that bring nothing, in a second. */
    static final int IDLE_FRAMES_MAX = 100;

    private static final System.Logger LOG = System.getLogger(ControlFrames.class.getName());
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int POLICY = 1008;

    private final LongSupplier nanos;
    private long secondBegan;
    private int idleFrames;
    private boolean closeSaid;

    ControlFrames() {
        this(System::nanoTime);
    }

    ControlFrames(LongSupplier nanos) {
        this.nanos = nanos;
        this.secondBegan = nanos.getAsLong();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        boolean brings = message instanceof WebSocketFrame frame
                && !(frame instanceof PingWebSocketFrame)
                && !(frame instanceof PongWebSocketFrame)
                && frame.content().isReadable();
        if (message instanceof CloseWebSocketFrame close) {
            closed(ctx, close);
        } else if (!brings && isTooMany()) {
            ReferenceCountUtil.release(message);
            end(ctx);
        } else if (message instanceof PingWebSocketFrame ping) {
            answer(ctx, ping);
        } else if (message instanceof PongWebSocketFrame pong) {
            pong.release();
        } else {
            ctx.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        closeSaid = closeSaid || message instanceof CloseWebSocketFrame;
        var _ = ctx.write(message, promise);
    }

    /** Netty has answered what breaks the rules of WebSocket, and a client who hangs up is no news. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof CorruptedFrameException || cause instanceof IOException) {
            LOG.log(System.Logger.Level.DEBUG, "a client's connection broke", cause);
            closeSaid = true;
            if (cause instanceof IOException) {
                var _ = ctx.close();
            }
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }

    /** In the same words, unless it is an answer itself; then nobody waits for the client to hang up. */
    private void closed(ChannelHandlerContext ctx, CloseWebSocketFrame close) {
        if (closeSaid) {
            close.release();
            var _ = ctx.close();
        } else {
            hangUp(ctx, new CloseWebSocketFrame(true, 0, close.content()));
        }
    }

    /** Also on a client who does not read it. */
    private static void hangUp(ChannelHandlerContext ctx, CloseWebSocketFrame lastWord) {
        var _ = ctx.channel().writeAndFlush(lastWord).addListener(ChannelFutureListener.CLOSE);
        Runnable cutOff = () -> {
            var _ = ctx.close();
        };
        var _ = ctx.executor().schedule(cutOff, 1, TimeUnit.SECONDS);
    }

    /** Who does not read needs no answer. */
    private static void answer(ChannelHandlerContext ctx, PingWebSocketFrame ping) {
        if (ctx.channel().isWritable()) {
            var _ = ctx.writeAndFlush(new PongWebSocketFrame(ping.content()));
        } else {
            ping.release();
        }
    }

    private boolean isTooMany() {
        long now = nanos.getAsLong();
        if (now - secondBegan > SECOND) {
            secondBegan = now;
            idleFrames = 0;
        }
        return ++idleFrames > IDLE_FRAMES_MAX;
    }

    private void end(ChannelHandlerContext ctx) {
        if (!closeSaid) {
            hangUp(
                    ctx,
                    new CloseWebSocketFrame(
                            POLICY, "At most " + IDLE_FRAMES_MAX + " pings and empty frames may come in a second."));
        }
        ctx.channel().config().setAutoRead(false);
    }
}
