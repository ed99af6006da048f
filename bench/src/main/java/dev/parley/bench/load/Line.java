package dev.parley.bench.load;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A caller's connection: one request at a time. Belongs to its event loop. */
final class Line extends SimpleChannelInboundHandler<HttpObject> {

    private static final int OK = 200;

    private final Ask ask;
    private final Tally tally;
    private final Consumer<Line> whenFree;
    private final CRC32C digest = new CRC32C();
    private @Nullable ChannelHandlerContext context;
    private long begun;
    private long first;
    private long length;
    private int status;
    private boolean busy;

    /** @param whenFree once it is open, and after each answer */
    Line(Ask ask, Tally tally, Consumer<Line> whenFree) {
        this.ask = ask;
        this.tally = tally;
        this.whenFree = whenFree;
    }

    /** @param from when the request was due */
    void ask(long from) {
        begun = from;
        first = 0;
        length = 0;
        status = 0;
        busy = true;
        digest.reset();
        var open = context;
        if (open == null) {
            throw new IllegalStateException("the connection is not open");
        }
        open.writeAndFlush(ask.bytes().duplicate());
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        whenFree.accept(this);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject part) {
        if (part instanceof HttpResponse head) {
            status = head.status().code();
        }
        if (part instanceof HttpContent piece) {
            take(piece);
        }
        if (part instanceof LastHttpContent) {
            busy = false;
            count();
            whenFree.accept(this);
        }
    }

    private void take(HttpContent piece) {
        int bytes = piece.content().readableBytes();
        if (bytes == 0) {
            return;
        }
        if (first == 0) {
            first = System.nanoTime();
        }
        length += bytes;
        digest.update(piece.content().nioBuffer());
    }

    private void count() {
        if (status == OK) {
            boolean right = length == ask.length() && digest.getValue() == ask.digest();
            tally.answered(right, first - begun, System.nanoTime() - begun);
        } else {
            tally.refused();
        }
    }

    /** Whoever closes between two requests may. */
    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (busy) {
            tally.broken();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
