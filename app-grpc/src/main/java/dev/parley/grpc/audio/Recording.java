package dev.parley.grpc.audio;

import dev.parley.application.Caller;
import dev.parley.application.submit.Intent;
import dev.parley.application.submit.Order;
import dev.parley.application.upload.FetchUploads;
import dev.parley.application.upload.ReceiveUploads;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.task.Task;
import dev.parley.grpc.error.MalformedRequest;
import dev.parley.grpc.metadata.IdempotencyMetadata;
import dev.parley.v1.RecordingHeader;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes a recording in, up to where it is an order like any other. */
final class Recording {

    private static final String FIELD = "recording";
    private static final String URL = "source_url";
    private static final int PCM_RATE_HZ = 16_000;

    private final RecordingWalks walks;

    Recording(RecordingWalks walks) {
        this.walks = walks;
    }

    /** What comes first; null where something else did. */
    @FunctionalInterface
    interface Header {
        @Nullable
        RecordingHeader read() throws IOException;
    }

    /** A recording that has come in, and what is wanted of it. */
    record Came(RecordingHeader header, Upload upload, Order order) {

        /** What a walk says, with its refusals naming the fields as the proto does. */
        <T> T naming(Supplier<T> walk) {
            return FieldNames.naming(RecordingMapping.input(header), walk);
        }

        /** Null where the present call has no name for what it means to do. */
        @Nullable
        Intent intent(Caller caller, String route, Function<Task, String> answer) {
            return IdempotencyMetadata.intent(caller.account(), route, header, upload.sha256(), answer);
        }
    }

    /**
     * Who sends it.
     *
     * @param whenGone is given what to do once they have left
     */
    record Sender(Caller caller, Consumer<Runnable> whenGone) {}

    void receive(Sender sender, Header first, InputStream file, Delivery delivery, Consumer<Came> then) {
        try (var batch = walks.receive().begin()) {
            var header = first.read();
            if (header == null) {
                throw new MalformedRequest("header", "'header' must come first.");
            }
            String input = RecordingMapping.input(header);
            var upload = FieldNames.naming(input, () -> received(sender, batch, header, file));
            var order = FieldNames.naming(input, () -> RecordingMapping.order(header, upload, delivery));
            then.accept(new Came(header, upload, order));
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    static MalformedRequest twice() {
        return new MalformedRequest("header", "'header' comes once.");
    }

    static MalformedRequest nothing() {
        return new MalformedRequest("", "A message must not be empty.");
    }

    private Upload received(Sender sender, ReceiveUploads.Batch batch, RecordingHeader header, InputStream file) {
        try {
            if (header.getSourceUrl().isEmpty()) {
                return batch.receive(FIELD, file, bytesMax(header), stated(header));
            }
            if (file.read() >= 0) {
                throw new MalformedRequest(URL, "'" + URL + "' must not come with a file: send one of them.");
            }
            var source = new FetchUploads.Source(
                    sender.caller().account(), URL, header.getSourceUrl(), bytesMax(header), sender.whenGone());
            try (var taken = walks.fetch().fetch(batch, source)) {
                return taken.as(stated(header));
            }
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private static MalformedRequest brokenOff(IOException e) {
        return new MalformedRequest(FIELD, "The recording did not come to its end: " + e.getMessage() + ".");
    }

    private long bytesMax(RecordingHeader header) {
        return switch (header.getInputCase()) {
            case TRANSCRIPTION, DUBBING -> walks.transcriptionBytesMax();
            case VOICE_CHANGE, STEMS, VOICE_CLONE, INPUT_NOT_SET -> walks.uploadBytesMax();
        };
    }

    private static @Nullable String stated(RecordingHeader header) {
        return switch (header.getPcmRateHz()) {
            case 0 -> null;
            case PCM_RATE_HZ -> ReceiveUploads.PCM_16000;
            default -> throw new MalformedRequest("header.pcm_rate_hz", "'header.pcm_rate_hz' must be 16000, or 0.");
        };
    }
}
