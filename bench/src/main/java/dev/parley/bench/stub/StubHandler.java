package dev.parley.bench.stub;

import static io.netty.handler.codec.http.HttpResponseStatus.OK;
import static io.netty.handler.codec.http.HttpResponseStatus.SERVICE_UNAVAILABLE;
import static io.netty.handler.codec.http.HttpVersion.HTTP_1_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Answers one connection: speech to whoever posts, in the form that its path asks for. */
final class StubHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final String CONTROL = "/stub";
    private static final String VOICE = """
        {"voice_id":"21m00Tcm4TlvDq8ikWAM","name":"Rachel","category":"premade"}\
        """;

    private final Script script;

    StubHandler(Script script) {
        this.script = script;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        String path = request.uri().split("\\?", 2)[0];
        if (path.equals(CONTROL)) {
            control(ctx, request);
        } else if (request.method().equals(HttpMethod.GET)) {
            whole(ctx, OK, "application/json", json(path));
        } else if (script.refuses()) {
            whole(ctx, SERVICE_UNAVAILABLE, "application/json", json("/error"));
        } else if (path.endsWith("/with-timestamps")) {
            speak(ctx, "application/json", script.timed(ByteBufUtil.getBytes(request.content())));
        } else {
            speak(ctx, "audio/mpeg", script.plain());
        }
    }

    /** Who was asked by somebody who leaves has nobody to tell. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }

    private void control(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (request.method().equals(HttpMethod.POST)) {
            script.behave(Behaviour.of(request.uri()));
        }
        whole(ctx, OK, "application/json", text("{\"asked\":" + script.asked() + "}"));
    }

    private static ByteBuf json(String path) {
        return switch (path) {
            case "/v1/models" -> text("[]");
            case "/v1/user/subscription" ->
                text("{\"tier\":\"creator\",\"character_count\":0,\"character_limit\":1000000000}");
            case "/v1/voices", "/v2/voices" -> text("{\"voices\":[" + VOICE + "],\"has_more\":false}");
            default -> path.startsWith("/v1/voices/") ? text(VOICE) : text("{\"detail\":\"scripted\"}");
        };
    }

    private void speak(ChannelHandlerContext ctx, String type, List<ByteBuf> pieces) {
        var behaviour = script.behaviour();
        if (behaviour.pieces() == 1 && behaviour.firstByte().isZero()) {
            whole(ctx, OK, type, pieces.getFirst().duplicate());
            return;
        }
        var head = new DefaultHttpResponse(HTTP_1_1, OK);
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        ctx.executor()
                .schedule(
                        () -> {
                            ctx.write(head);
                            piece(ctx, pieces, 0, behaviour.gap().toNanos());
                        },
                        behaviour.firstByte().toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    /** Those that need no pause between them go at once. */
    private static void piece(ChannelHandlerContext ctx, List<ByteBuf> pieces, int from, long gapNanos) {
        int at = from;
        do {
            ctx.write(new DefaultHttpContent(pieces.get(at++).duplicate()));
        } while (gapNanos == 0 && at < pieces.size());
        if (at == pieces.size()) {
            ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
            return;
        }
        ctx.flush();
        int next = at;
        ctx.executor().schedule(() -> piece(ctx, pieces, next, gapNanos), gapNanos, TimeUnit.NANOSECONDS);
    }

    private static void whole(ChannelHandlerContext ctx, HttpResponseStatus status, String type, ByteBuf body) {
        var answer = new DefaultFullHttpResponse(HTTP_1_1, status, body);
        answer.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        ctx.writeAndFlush(answer);
    }

    private static ByteBuf text(String json) {
        return Unpooled.copiedBuffer(json, StandardCharsets.UTF_8);
    }
}
