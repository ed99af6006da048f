package dev.parley.rest.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** Several texts spoken as they come. */
@ServerWebSocket("/v1/text-to-speech/{voiceId}/multi-stream-input")
final class SpeechContextsSocket {

    private final Sockets sockets;

    SpeechContextsSocket(Sockets sockets) {
        this.sockets = sockets;
    }

    @OnOpen
    void open(HttpRequest<?> request, String voiceId) {
        sockets.opened(request, new SpeechWire(request, voiceId, true));
    }

    @OnMessage(maxPayloadLength = Fragments.BYTES_MAX)
    void message(WebSocketFrame frame, HttpRequest<?> request) {
        sockets.received(request, frame);
    }
}
