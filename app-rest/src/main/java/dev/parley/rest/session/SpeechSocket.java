package dev.parley.rest.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** Text spoken as it comes. */
@ServerWebSocket("/v1/text-to-speech/{voiceId}/stream-input")
final class SpeechSocket {

    private final Sockets sockets;

    SpeechSocket(Sockets sockets) {
        this.sockets = sockets;
    }

    @OnOpen
    void open(HttpRequest<?> request, String voiceId) {
        sockets.opened(request, new SpeechWire(request, voiceId, false));
    }

    @OnMessage(maxPayloadLength = Fragments.BYTES_MAX)
    void message(WebSocketFrame frame, HttpRequest<?> request) {
        sockets.received(request, frame);
    }
}
