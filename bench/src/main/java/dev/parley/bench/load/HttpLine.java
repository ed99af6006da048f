package dev.parley.bench.load;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection of HTTP/1.1. */
final class HttpLine extends SimpleChannelInboundHandler<HttpObject> implements Line {

    private static final int OK = 200;

    private final HttpAsk ask;
    private final Tally tally;
    private final Heard heard;
    private final Consumer<Line> whenFree;
    private @Nullable ChannelHandlerContext context;
    private int status;
    private boolean busy;

    /** @param whenFree once it is open, and after each answer */
    HttpLine(HttpAsk ask, Tally tally, Consumer<Line> whenFree) {
        this.ask = ask;
        this.tally = tally;
        this.heard = new Heard(ask.answer(), tally);
        this.whenFree = whenFree;
    }

    @Override
    public void ask(long from) {
        heard.nothing(from);
        status = 0;
        busy = true;
        var open = context;
        if (open == null) {
            throw new IllegalStateException("the connection is not open");
        }
        open.writeAndFlush(ask.next());
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
            heard.piece(piece.content().nioBuffer());
        }
        if (part instanceof LastHttpContent) {
            busy = false;
            count();
            whenFree.accept(this);
        }
    }

    private void count() {
        if (status == OK) {
            heard.all();
        } else {
            tally.refused("status " + status);
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
