package dev.parley.rest.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** A talk with an agent. */
@ServerWebSocket("/v1/convai/conversation")
final class TalkSocket {

    private final Sockets sockets;

    TalkSocket(Sockets sockets) {
        this.sockets = sockets;
    }

    @OnOpen
    void open(HttpRequest<?> request) {
        sockets.opened(request, new TalkWire(request));
    }

    @OnMessage(maxPayloadLength = Fragments.BYTES_MAX)
    void message(WebSocketFrame frame, HttpRequest<?> request) {
        sockets.received(request, frame);
    }
}
