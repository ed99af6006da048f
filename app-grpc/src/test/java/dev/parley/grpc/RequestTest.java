package dev.parley.grpc;

import static dev.parley.grpc.GrpcWorld.MODEL;
import static dev.parley.grpc.GrpcWorld.input;
import static dev.parley.grpc.GrpcWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueServiceGrpc;
import dev.parley.v1.DialogueTurn;
import dev.parley.v1.EstimateDialogueRequest;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status.Code;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a request, and how it is told. */
@Timeout(20)
class RequestTest {

    private static final GrpcWorld WORLD = new GrpcWorld();
    private static final UnknownFieldSet NINE = UnknownFieldSet.newBuilder()
            .addField(9, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''    | Hi  | Ann | 0.5 | ''   | ''    | model                   | 'model' is required.
        known | ' ' | Ann | 0.5 | ''   | ''    | input.dialogue[0].text  | 'input.dialogue[0].text' must not be blank.
        known | Hi  | ''  | 0.5 | ''   | ''    | input.dialogue[0].voice | 'input.dialogue[0].voice' is required.
        known | Hi  | Ann | 0.3 | ''   | ''    | input.stability         | 'input.stability' must be one of 0, 0.5, 1
        known | Hi  | Ann | 0.5 | xx   | ''    | input.language_code     | 'input.language_code' must be auto or one of
        known | Hi  | Ann | 0.5 | auto | flac  | input.output_format     | 'input.output_format' must be one of
        """)
    void aBadFieldIsNamedByItsPath(
            @AggregateWith(Orders.class) EstimateDialogueRequest request, ArgumentsAccessor row) {
        var refused = RefusedCall.by(() -> WORLD.dialogue().estimateDialogue(request));

        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.reason()).isEqualTo("INVALID_REQUEST");
        assertThat(refused.field()).isEqualTo(row.getString(6));
        assertThat(refused.message()).startsWith(row.getString(7));
    }

    @Test
    void aMissingInputHasNoTurns() {
        var refused = RefusedCall.by(() -> WORLD.dialogue()
                .estimateDialogue(
                        EstimateDialogueRequest.newBuilder().setModel(MODEL).build()));

        assertThat(refused.message()).isEqualTo("'input.dialogue' must have at least one turn.");
    }

    @Test
    void aBadCallbackUrlIsNamedWithoutPrefix() {
        var refused = RefusedCall.by(() -> WORLD.dialogue()
                .createTask(CreateTaskRequest.newBuilder()
                        .setModel(MODEL)
                        .setInput(input("Hi"))
                        .setCallbackUrl("ftp://example.org")
                        .build()));

        assertThat(refused.field()).isEqualTo("callback_url");
    }

    @Test
    void anUnknownModelIsNotFound() {
        var refused = RefusedCall.by(() -> WORLD.dialogue()
                .estimateDialogue(EstimateDialogueRequest.newBuilder()
                        .setModel("nothing-v1")
                        .setInput(input("Hi"))
                        .build()));

        assertThat(refused.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(refused.reason()).isEqualTo("MODEL_NOT_FOUND");
        assertThat(refused.message()).contains("nothing-v1", MODEL);
    }

    @Test
    void absentSettingsAreTheDefaults() {
        var created = WORLD.dialogue()
                .createTask(CreateTaskRequest.newBuilder()
                        .setModel(MODEL)
                        .setInput(DialogueInput.newBuilder()
                                .addDialogue(
                                        DialogueTurn.newBuilder().setText("Hi").setVoice("Ann")))
                        .build());

        assertThat(created.getTask().getOutputFormat()).isEqualTo("mp3_44100_128");
    }

    @Test
    void unknownFieldsAreIgnoredWithAWarning() {
        var headers = new AtomicReference<Metadata>();
        var answer = WORLD.dialogue()
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()))
                .estimateDialogue(withUnknownFieldInTurn());

        var warning = "Ignored 'input.dialogue[1].9': parley.v1.DialogueTurn has no field number 9.";
        assertThat(answer.getWarningsList()).containsExactly(warning);
        assertThat(headers.get().get(Metadata.Key.of("parley-warning", Metadata.ASCII_STRING_MARSHALLER)))
                .isEqualTo(warning);
    }

    @Test
    void strictCallersAreRefusedUnknownFields() {
        var strict = with(WORLD.dialogue(), "prefer", "respond-async, handling=strict");

        var refused = RefusedCall.by(() -> strict.estimateDialogue(withUnknownFieldInTurn()));

        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.field()).isEqualTo("input.dialogue[1].9");
        assertThat(refused.message())
                .isEqualTo("'input.dialogue[1].9' is unknown: parley.v1.DialogueTurn has no field number 9.");
    }

    @Test
    void aStrictServerRefusesUnknownFieldsOfAll() {
        try (var world = new GrpcWorld(true)) {
            var request = EstimateDialogueRequest.newBuilder()
                    .setModel(MODEL)
                    .setInput(input("Hi"))
                    .setUnknownFields(NINE)
                    .build();

            assertThat(RefusedCall.by(() -> world.dialogue().estimateDialogue(request))
                            .field())
                    .isEqualTo("9");
        }
    }

    @Test
    void textThatIsNoUtf8IsTheCallersError() {
        byte[] badModel = {(byte) ((1 << 3) | 2), 2, (byte) 0xC3, (byte) 0x28};

        var refused = RefusedCall.by(() -> estimateRaw(badModel));

        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.reason()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void bytesThatAreNoMessageAreTheCallersError() {
        assertThat(RefusedCall.by(() -> estimateRaw(new byte[] {(byte) 0xFF, (byte) 0xFF}))
                        .code())
                .isEqualTo(Code.INVALID_ARGUMENT);
    }

    @Test
    void aMessageAboveTheLimitIsRefused() {
        var request = EstimateDialogueRequest.newBuilder()
                .setModel(MODEL)
                .setInput(input("x".repeat(GrpcWorld.MESSAGE_BYTES_MAX)))
                .build();

        assertThat(RefusedCall.by(() -> WORLD.dialogue().estimateDialogue(request))
                        .code())
                .isEqualTo(Code.RESOURCE_EXHAUSTED);
    }

    private static EstimateDialogueRequest withUnknownFieldInTurn() {
        var input = input("Hello", "world").toBuilder();
        input.getDialogueBuilder(1).setUnknownFields(NINE);
        return EstimateDialogueRequest.newBuilder()
                .setModel(MODEL)
                .setInput(input)
                .build();
    }

    private static void estimateRaw(byte[] message) {
        var method = DialogueServiceGrpc.getEstimateDialogueMethod().toBuilder(new Raw(), new Raw())
                .build();
        var headers = new Metadata();
        headers.put(Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER), GrpcWorld.KEY);
        var channel = ClientInterceptors.intercept(WORLD.channel, MetadataUtils.newAttachHeadersInterceptor(headers));
        ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, ByteString.copyFrom(message));
    }

    /** The first six columns of a row. */
    static final class Orders implements ArgumentsAggregator {
        @Override
        public EstimateDialogueRequest aggregateArguments(ArgumentsAccessor row, ParameterContext context) {
            return EstimateDialogueRequest.newBuilder()
                    .setModel(row.getString(0).replace("known", MODEL))
                    .setInput(DialogueInput.newBuilder()
                            .addDialogue(DialogueTurn.newBuilder()
                                    .setText(row.getString(1))
                                    .setVoice(row.getString(2)))
                            .setStability(row.getDouble(3))
                            .setLanguageCode(row.getString(4))
                            .setOutputFormat(row.getString(5)))
                    .build();
        }
    }

    private static final class Raw implements MethodDescriptor.Marshaller<ByteString> {
        @Override
        public InputStream stream(ByteString value) {
            return new ByteArrayInputStream(value.toByteArray());
        }

        @Override
        public ByteString parse(InputStream stream) {
            try {
                return ByteString.readFrom(stream);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
