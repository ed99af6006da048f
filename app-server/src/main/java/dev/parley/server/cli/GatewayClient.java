package dev.parley.server.cli;

import dev.parley.v1.CatalogServiceGrpc;
import dev.parley.v1.DialogueFinished;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueServiceGrpc;
import dev.parley.v1.DialogueStarted;
import dev.parley.v1.DialogueTurn;
import dev.parley.v1.ListVoicesRequest;
import dev.parley.v1.StreamDialogueRequest;
import dev.parley.v1.Voice;
import dev.parley.v1.VoiceSegment;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A client of a running gateway, over gRPC. */
final class GatewayClient implements AutoCloseable {

    /** The model that every gateway has. */
    static final String MODEL = "elevenlabs-text-to-dialogue-v3";

    private static final int MESSAGE_BYTES_MAX = 8 << 20;

    private final ManagedChannel channel;
    private final DialogueServiceGrpc.DialogueServiceBlockingStub dialogues;
    private final CatalogServiceGrpc.CatalogServiceBlockingStub catalog;

    /** @param address host and port */
    GatewayClient(String address, String key, boolean tls) {
        var builder = NettyChannelBuilder.forTarget(address).maxInboundMessageSize(MESSAGE_BYTES_MAX);
        this.channel = tls
                ? builder.useTransportSecurity().build()
                : builder.usePlaintext().build();
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + key);
        var withKey = MetadataUtils.newAttachHeadersInterceptor(headers);
        this.dialogues = DialogueServiceGrpc.newBlockingStub(channel).withInterceptors(withKey);
        this.catalog = CatalogServiceGrpc.newBlockingStub(channel).withInterceptors(withKey);
    }

    /**
     * What a stream told besides its audio.
     *
     * @param firstAudioNanos from the request to the first byte
     */
    record Heard(
            DialogueStarted started, List<VoiceSegment> segments, DialogueFinished finished, long firstAudioNanos) {}

    List<Voice> voices() {
        return catalog.listVoices(ListVoicesRequest.getDefaultInstance()).getVoicesList();
    }

    /**
     * Speaks into {@code out} as the audio comes.
     *
     * @param cast voice by speaker
     */
    Heard stream(Script script, Map<String, String> cast, String model, String format, OutputStream out)
            throws IOException {
        long begun = System.nanoTime();
        long firstAudioNanos = 0;
        Optional<DialogueStarted> started = Optional.empty();
        Optional<DialogueFinished> finished = Optional.empty();
        List<VoiceSegment> segments = new ArrayList<>();
        var events = dialogues.streamDialogue(request(script, cast, model, format));
        while (events.hasNext()) {
            var event = events.next();
            switch (event.getEventCase()) {
                case STARTED -> started = Optional.of(event.getStarted());
                case AUDIO -> {
                    firstAudioNanos = firstAudioNanos == 0 ? System.nanoTime() - begun : firstAudioNanos;
                    event.getAudio().getData().writeTo(out);
                }
                case TIMINGS -> segments.addAll(event.getTimings().getSegmentsList());
                case FINISHED -> finished = Optional.of(event.getFinished());
                case EVENT_NOT_SET -> throw new IOException("the gateway speaks a newer version of parley.v1");
            }
        }
        return new Heard(
                started.orElseThrow(GatewayClient::incomplete),
                segments,
                finished.orElseThrow(GatewayClient::incomplete),
                firstAudioNanos);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        try {
            channel.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static StreamDialogueRequest request(Script script, Map<String, String> cast, String model, String format) {
        var input = DialogueInput.newBuilder().setOutputFormat(format);
        for (var line : script.lines()) {
            input.addDialogue(DialogueTurn.newBuilder()
                    .setText(line.text())
                    .setVoice(cast.getOrDefault(line.speaker(), line.speaker())));
        }
        return StreamDialogueRequest.newBuilder()
                .setModel(model)
                .setInput(input)
                .build();
    }

    private static IOException incomplete() {
        return new IOException("the stream ended too early");
    }
}
