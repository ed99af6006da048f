package dev.parley.grpc.audio;

import com.google.protobuf.ByteString;
import dev.parley.v1.AudioFinished;
import dev.parley.v1.AudioStarted;
import dev.parley.v1.StreamAudioResponse;

/** What {@code StreamAudio} answers. */
final class AudioMessages implements BytePump.Messages<StreamAudioResponse> {

    @Override
    public StreamAudioResponse started(AudioStarted started) {
        return StreamAudioResponse.newBuilder().setStarted(started).build();
    }

    @Override
    public StreamAudioResponse data(ByteString data) {
        return StreamAudioResponse.newBuilder().setData(data).build();
    }

    @Override
    public StreamAudioResponse finished(AudioFinished finished) {
        return StreamAudioResponse.newBuilder().setFinished(finished).build();
    }
}
