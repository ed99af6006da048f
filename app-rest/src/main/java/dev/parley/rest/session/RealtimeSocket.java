package dev.parley.rest.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** Sound written down as it comes. */
@ServerWebSocket("/v1/speech-to-text/realtime")
final class RealtimeSocket {

    private final Sockets sockets;

    RealtimeSocket(Sockets sockets) {
        this.sockets = sockets;
    }

    @OnOpen
    void open(HttpRequest<?> request) {
        sockets.opened(request, new RealtimeWire(request));
    }

    @OnMessage(maxPayloadLength = Fragments.BYTES_MAX)
    void message(WebSocketFrame frame, HttpRequest<?> request) {
        sockets.received(request, frame);
    }
}
