package dev.parley.bench.load;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.parley.v1.StreamDialogueRequest;
import io.grpc.Metadata;
import java.util.Map;

/** A dialogue that is asked of Parley's own service, to be heard while it is made. */
record GrpcAsk(int port, Metadata headers, String body, Answer answer) implements Ask {

    static GrpcAsk dialogue(int port, Map<String, String> headers, String body, byte[] answer) {
        var metadata = new Metadata();
        headers.forEach((name, value) -> metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
        return new GrpcAsk(port, metadata, body, Answer.of(answer));
    }

    /** The next one, which is like no other. */
    StreamDialogueRequest next() {
        var request = StreamDialogueRequest.newBuilder();
        try {
            JsonFormat.parser().merge(body.replace(Numbers.PLACE, Numbers.next()), request);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(body, e);
        }
        return request.build();
    }
}
