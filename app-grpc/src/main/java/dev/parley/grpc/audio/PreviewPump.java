package dev.parley.grpc.audio;

import com.google.protobuf.ByteString;
import dev.parley.application.Caller;
import dev.parley.application.catalog.Failures;
import dev.parley.application.voice.HearPreview;
import dev.parley.grpc.dialogue.PacedCaller;
import dev.parley.ports.provider.ProviderException;
import dev.parley.v1.StreamVoicePreviewResponse;

/** Moves a preview to its caller, no faster than they read. */
final class PreviewPump {

    private static final int BYTES_MAX = 32 * 1024;

    private final HearPreview previews;

    PreviewPump(HearPreview previews) {
        this.previews = previews;
    }

    void run(PacedCaller<StreamVoicePreviewResponse> client, Caller caller, String generatedId) {
        try (var audio = previews.open(caller, generatedId)) {
            client.whenGone(audio::close);
            while (client.awaitReady()) { // not ready, not read
                var chunk = audio.next();
                if (chunk == null) {
                    client.done();
                    return;
                }
                send(client, chunk.bytes());
            }
        } catch (ProviderException e) {
            throw Failures.refused(e.failure());
        }
    }

    private static void send(PacedCaller<StreamVoicePreviewResponse> client, byte[] bytes) {
        for (int at = 0; at < bytes.length && client.awaitReady(); at += BYTES_MAX) {
            var piece = ByteString.copyFrom(bytes, at, Math.min(BYTES_MAX, bytes.length - at));
            client.send(StreamVoicePreviewResponse.newBuilder().setData(piece).build());
        }
    }
}
