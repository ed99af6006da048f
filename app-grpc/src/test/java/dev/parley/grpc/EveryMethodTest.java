package dev.parley.grpc;

import static dev.parley.grpc.GrpcWorld.KEY;
import static dev.parley.grpc.GrpcWorld.KEY_OF_ANOTHER;
import static dev.parley.grpc.GrpcWorld.MODEL;
import static dev.parley.grpc.GrpcWorld.input;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.parley.v1.AccountServiceProto;
import dev.parley.v1.AudioServiceProto;
import dev.parley.v1.CatalogServiceProto;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.DialogueServiceProto;
import dev.parley.v1.SessionServiceProto;
import dev.parley.v1.VoiceServiceProto;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status.Code;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of each method there is: they are read from the descriptors, so that none can be forgotten. */
@Timeout(20)
class EveryMethodTest {

    /** Fields by which a request names something that is somebody's. A new one is noticed by its name. */
    private static final List<String> NAMING = List.of("_id", "_token", "_ids");

    private static final GrpcWorld WORLD = new GrpcWorld();
    private static final String SOMEBODYS = WORLD.dialogue()
            .createTask(CreateTaskRequest.newBuilder()
                    .setModel(MODEL)
                    .setInput(input("Hello"))
                    .build())
            .getTask()
            .getTaskId();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    /** GrpcServerTest knows that the server has no other services. */
    static List<MethodDescriptor> methods() {
        return Stream.of(
                        DialogueServiceProto.getDescriptor(),
                        CatalogServiceProto.getDescriptor(),
                        AccountServiceProto.getDescriptor(),
                        AudioServiceProto.getDescriptor(),
                        SessionServiceProto.getDescriptor(),
                        VoiceServiceProto.getDescriptor())
                .map(FileDescriptor::getServices)
                .flatMap(List::stream)
                .flatMap(service -> service.getMethods().stream())
                .toList();
    }

    static List<MethodDescriptor> methodsThatTakeAnId() {
        return methods().stream().filter(method -> !ids(method).isEmpty()).toList();
    }

    @Test
    void theMethodsThatTakeAnIdAreKnown() {
        assertThat(methodsThatTakeAnId())
                .extracting(MethodDescriptor::getName)
                .containsExactlyInAnyOrder(
                        "GetTask",
                        "ListTasks",
                        "CancelTask",
                        "WatchTask",
                        "StreamVoicePreview",
                        "SaveVoice",
                        "EditVoice",
                        "DeleteVoice");
    }

    @ParameterizedTest
    @MethodSource("methodsThatTakeAnId")
    void somebodyElsesIdReadsAsOneThatNeverWas(MethodDescriptor method) {
        var nobodys = RefusedCall.by(() -> call(method, UUID.randomUUID().toString(), "x-api-key", KEY_OF_ANOTHER));

        var somebodys = RefusedCall.by(() -> call(method, SOMEBODYS, "x-api-key", KEY_OF_ANOTHER));

        assertThat(somebodys.code()).isEqualTo(nobodys.code()).isIn(Code.NOT_FOUND, Code.INVALID_ARGUMENT);
        assertThat(somebodys.message()).isEqualTo(nobodys.message());
        assertThat(somebodys.details()).isEqualTo(nobodys.details());
        assertThat(somebodys.trailers().keys()).isEqualTo(nobodys.trailers().keys());
        assertThat(WORLD.tasks().getFirst().revision()).as("untouched").isZero();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void noneIsOpenWithoutAKey(MethodDescriptor method) {
        var presented = Map.of(
                "user-agent", "x",
                "x-api-key", "sk-unknown",
                "authorization", "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl");
        presented.forEach((header, value) -> {
            var refused = RefusedCall.by(() -> call(method, SOMEBODYS, header, value));
            assertThat(refused.code()).isEqualTo(Code.UNAUTHENTICATED);
            assertThat(refused.reason()).isEqualTo("INVALID_API_KEY");
        });
    }

    @ParameterizedTest
    @MethodSource("methodsThatTakeAnId")
    void whatIsNoIdIsRefusedAsOneThatNeverWas(MethodDescriptor method) {
        var nobodys = RefusedCall.by(() -> call(method, UUID.randomUUID().toString(), "x-api-key", KEY));
        var spellings = Stream.of(
                SOMEBODYS + " ",
                SOMEBODYS + "/..",
                "../" + SOMEBODYS,
                "1-1-1-1-1",
                "' OR 1=1 --",
                "\u0000",
                "\u202e",
                "x".repeat(10_000));

        spellings.forEach(id -> {
            var refused = RefusedCall.by(() -> call(method, id, "x-api-key", KEY));
            assertThat(refused.code()).as(id).isEqualTo(nobodys.code());
            assertThat(refused.message()).as(id).isEqualTo(nobodys.message());
        });
    }

    private static List<FieldDescriptor> ids(MethodDescriptor method) {
        return method.getInputType().getFields().stream()
                .filter(field -> NAMING.stream().anyMatch(field.getName()::endsWith))
                .toList();
    }

    private static List<FieldDescriptor> texts(MethodDescriptor method) {
        return method.getInputType().getFields().stream()
                .filter(field -> field.getJavaType() == JavaType.STRING && !field.isRepeated())
                .toList();
    }

    private static void call(MethodDescriptor method, String id, String header, String value) {
        var request = DynamicMessage.newBuilder(method.getInputType());
        // Whatever else it needs, so that the id is what it is refused for.
        texts(method).forEach(field -> request.setField(field, "Something to say"));
        ids(method).forEach(field -> request.setField(field, id));
        var headers = new Metadata();
        headers.put(Metadata.Key.of(header, Metadata.ASCII_STRING_MARSHALLER), value);
        var channel = ClientInterceptors.intercept(WORLD.channel, MetadataUtils.newAttachHeadersInterceptor(headers));
        ClientCalls.blockingServerStreamingCall(channel, dynamic(method), CallOptions.DEFAULT, request.build())
                .forEachRemaining(_ -> {});
    }

    private static io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> dynamic(MethodDescriptor method) {
        return io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                .setType(MethodType.SERVER_STREAMING)
                .setFullMethodName(method.getService().getFullName() + "/" + method.getName())
                .setRequestMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
                .setResponseMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
                .build();
    }
}
