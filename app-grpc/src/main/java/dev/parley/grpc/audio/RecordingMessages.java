package dev.parley.grpc.audio;

import com.google.protobuf.ByteString;
import dev.parley.v1.AudioFinished;
import dev.parley.v1.AudioStarted;
import dev.parley.v1.StreamRecordingResponse;

/** What {@code StreamRecording} answers. */
final class RecordingMessages implements BytePump.Messages<StreamRecordingResponse> {

    @Override
    public StreamRecordingResponse started(AudioStarted started) {
        return StreamRecordingResponse.newBuilder().setStarted(started).build();
    }

    @Override
    public StreamRecordingResponse data(ByteString data) {
        return StreamRecordingResponse.newBuilder().setData(data).build();
    }

    @Override
    public StreamRecordingResponse finished(AudioFinished finished) {
        return StreamRecordingResponse.newBuilder().setFinished(finished).build();
    }
}
