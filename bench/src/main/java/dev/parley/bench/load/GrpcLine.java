package dev.parley.bench.load;

import dev.parley.v1.DialogueServiceGrpc;
import dev.parley.v1.StreamDialogueRequest;
import dev.parley.v1.StreamDialogueResponse;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One call at a time, on a connection that others use too. */
final class GrpcLine implements Line {

    private static final String DETAILS = "grpc-status-details-bin";

    private final GrpcAsk ask;
    private final Channel channel;
    private final CallOptions options;
    private final Tally tally;
    private final Heard heard;
    private final Consumer<Line> whenFree;

    /**
     * @param loop where everything happens
     * @param whenFree after each answer
     */
    GrpcLine(GrpcAsk ask, Channel channel, Executor loop, Tally tally, Consumer<Line> whenFree) {
        this.ask = ask;
        this.channel = channel;
        this.options = CallOptions.DEFAULT.withExecutor(loop);
        this.tally = tally;
        this.heard = new Heard(ask.answer(), tally);
        this.whenFree = whenFree;
    }

    @Override
    public void ask(long from) {
        heard.nothing(from);
        ClientCall<StreamDialogueRequest, StreamDialogueResponse> call =
                channel.newCall(DialogueServiceGrpc.getStreamDialogueMethod(), options);
        var headers = new Metadata();
        headers.merge(ask.headers());
        call.start(new Listening(), headers);
        call.request(Integer.MAX_VALUE); // The connection's own flow control is bound enough.
        call.sendMessage(ask.next());
        call.halfClose();
    }

    private final class Listening extends ClientCall.Listener<StreamDialogueResponse> {

        @Override
        public void onMessage(StreamDialogueResponse message) {
            if (message.hasAudio()) {
                heard.piece(message.getAudio().getData().asReadOnlyByteBuffer());
            }
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (status.isOk()) {
                heard.all();
            } else if (status.getCode() == Status.Code.UNAVAILABLE && !isDetailed(trailers)) {
                tally.broken();
                return; // As a broken connection of HTTP/1.1, it asks no more.
            } else {
                tally.refused(status.getCode() + ": " + status.getDescription());
            }
            whenFree.accept(GrpcLine.this);
        }

        /** Only the service itself tells details. */
        private static boolean isDetailed(Metadata trailers) {
            return trailers.keys().contains(DETAILS);
        }
    }
}
