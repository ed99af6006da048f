package dev.parley.rest.auth;

import dev.parley.rest.error.HttpRefused;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import java.util.Arrays;

/** Requests that want to become connections that go both ways. */
public final class Upgrades {

    private static final String VERSION = "13";

    private Upgrades() {}

    /** Whether the request asks for a WebSocket, in all of the words that make it one: with fewer it is a plain request. */
    public static boolean isOne(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET
                && has(request, HttpHeaders.CONNECTION, "upgrade")
                && has(request, HttpHeaders.UPGRADE, "websocket");
    }

    /** The connection itself, which outlives the request. */
    public static Channel channel(HttpRequest<?> request) {
        if (request instanceof NettyHttpRequest<?> netty) {
            return netty.getChannelHandlerContext().channel();
        }
        throw new IllegalStateException("the server is Netty's: " + request.getClass());
    }

    private static boolean has(HttpRequest<?> request, String header, String word) {
        return request.getHeaders().getAll(header).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .anyMatch(one -> one.strip().equalsIgnoreCase(word));
    }

    /** Later, nobody could be told what is wrong with it. */
    static void check(HttpRequest<?> request) {
        var headers = request.getHeaders();
        if (!VERSION.equals(headers.get("Sec-WebSocket-Version")) || !headers.contains("Sec-WebSocket-Key")) {
            throw new HttpRefused(
                    HttpStatus.UPGRADE_REQUIRED, "A WebSocket needs version " + VERSION + " and a Sec-WebSocket-Key.");
        }
    }
}
