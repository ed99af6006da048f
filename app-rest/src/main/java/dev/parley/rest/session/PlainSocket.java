package dev.parley.rest.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** The same in its older form. */
@ServerWebSocket("/v1/speech-to-text/stream")
final class PlainSocket {

    private final Sockets sockets;

    PlainSocket(Sockets sockets) {
        this.sockets = sockets;
    }

    @OnOpen
    void open(HttpRequest<?> request) {
        sockets.opened(request, new PlainWire(request));
    }

    @OnMessage(maxPayloadLength = Fragments.BYTES_MAX)
    void message(WebSocketFrame frame, HttpRequest<?> request) {
        sockets.received(request, frame);
    }
}
