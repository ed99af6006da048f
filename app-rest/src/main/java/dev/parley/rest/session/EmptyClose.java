package dev.parley.rest.session;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;

/** Who closes without a code is answered without one. Micronaut echoes it as 65535, which clients take for an error. */
final class EmptyClose extends ChannelOutboundHandlerAdapter {

    private static final int NO_CODE = 0xFFFF;

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof CloseWebSocketFrame close && (close.statusCode() & NO_CODE) == NO_CODE) {
            close.release();
            var _ = ctx.write(new CloseWebSocketFrame(), promise);
        } else {
            var _ = ctx.write(message, promise);
        }
    }
}
