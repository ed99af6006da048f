package dev.parley.grpc;

import static dev.parley.grpc.RawConnection.CONTINUATION;
import static dev.parley.grpc.RawConnection.DATA;
import static dev.parley.grpc.RawConnection.END_HEADERS;
import static dev.parley.grpc.RawConnection.GOAWAY;
import static dev.parley.grpc.RawConnection.HEADERS;
import static dev.parley.grpc.RawConnection.PING;
import static dev.parley.grpc.RawConnection.RST_STREAM;
import static dev.parley.grpc.RawConnection.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.v1.AccountServiceGrpc;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.DialogueServiceGrpc;
import dev.parley.v1.GetCreditsRequest;
import dev.parley.v1.WatchTaskRequest;
import io.grpc.Compressor;
import io.grpc.CompressorRegistry;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one hostile connection does stays its own trouble: the next client is answered. */
@Timeout(30)
class AttackTest {

    private static final String WATCH = "parley.v1.DialogueService/WatchTask";
    private static final Map<String, String> CREDENTIAL = Map.of("x-api-key", GrpcWorld.KEY);
    private static final int REFUSED_STREAM = 7;
    private static final int ENHANCE_YOUR_CALM = 11;
    private static final int CANCEL = 8;
    private static final int CONCURRENT_STREAMS = 3;

    private final GrpcWorld world = new GrpcWorld();

    @AfterEach
    void anotherClientIsStillAnswered() {
        assertThat(GrpcWorld.with(AccountServiceGrpc.newBlockingStub(world.channel), "x-api-key", GrpcWorld.KEY)
                        .withDeadlineAfter(5, TimeUnit.SECONDS)
                        .getCredits(GetCreditsRequest.getDefaultInstance())
                        .getAvailableMicros())
                .isPositive();
        world.close();
    }

    @Test
    void theServerAnnouncesAHundredCallsAtOnce() throws IOException {
        try (var raw = new RawConnection(world.server.port())) {
            var settings = raw.await(SETTINGS).payload();
            int announced = -1;
            while (settings.hasRemaining()) {
                int setting = settings.getShort();
                int value = settings.getInt();
                announced = setting == CONCURRENT_STREAMS ? value : announced;
            }
            assertThat(announced).isEqualTo(100);
        }
    }

    @Test
    void oneCallMoreThanAHundredAtOnceIsRefusedAndTheOthersStay() throws IOException {
        try (var raw = new RawConnection(world.server.port())) {
            for (int call = 0; call < 101; call++) {
                raw.begin(2 * call + 1, WATCH, CREDENTIAL);
            }

            var refused = raw.await(RST_STREAM);

            assertThat(refused.stream()).isEqualTo(201);
            assertThat(refused.error()).isEqualTo(REFUSED_STREAM);
            raw.frame(PING, 0, 0, new byte[8]);
            assertThat(raw.await(PING).payload().remaining()).isEqualTo(8);
        }
    }

    @Test
    void tenThousandCallsOfOneConnectionAreNoBurden() throws IOException {
        try (var raw = new RawConnection(world.server.port())) {
            send(() -> {
                for (int call = 0; call < 10_000; call++) {
                    raw.begin(2 * call + 1, WATCH, CREDENTIAL);
                }
            });
            assertThat(raw.await(RST_STREAM).error()).isEqualTo(REFUSED_STREAM);
        }
    }

    /** CVE-2023-44487. */
    @Test
    void whoeverBeginsAndResetsWithoutPauseIsThrownOut() throws IOException {
        try (var raw = new RawConnection(world.server.port())) {
            send(() -> {
                for (int call = 0; call < 1000; call++) {
                    raw.begin(2 * call + 1, WATCH, CREDENTIAL);
                    raw.frame(RST_STREAM, 0, 2 * call + 1, RawConnection.number(CANCEL));
                }
            });
            assertThat(raw.await(GOAWAY).error()).isEqualTo(ENHANCE_YOUR_CALM);
            assertThat(raw.isClosed()).isTrue();
        }
    }

    @Test
    void whoeverPingsWithoutPauseIsThrownOut() throws IOException {
        try (var raw = new RawConnection(world.server.port())) {
            send(() -> {
                for (int ping = 0; ping < 10_000; ping++) {
                    raw.frame(PING, 0, 0, new byte[8]);
                }
            });
            assertThat(raw.await(GOAWAY).error()).isEqualTo(ENHANCE_YOUR_CALM);
            assertThat(raw.isClosed()).isTrue();
        }
    }

    @Test
    void aMegabyteOfMetadataIsRefused() throws IOException {
        var block = RawConnection.headers(WATCH, Map.of("x-filler", "x".repeat(1 << 20)));
        try (var raw = new RawConnection(world.server.port())) {
            send(() -> {
                raw.frame(HEADERS, 0, 1, Arrays.copyOf(block, 16_000));
                for (int at = 16_000; at < block.length; at += 16_000) {
                    int end = Math.min(block.length, at + 16_000);
                    raw.frame(
                            CONTINUATION, end == block.length ? END_HEADERS : 0, 1, Arrays.copyOfRange(block, at, end));
                }
            });
            assertThat(raw.isClosed()).isTrue();
        }
    }

    @Test
    void metadataOfMoreThan8KiBIsRefused() {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("x-filler", Metadata.ASCII_STRING_MARSHALLER), "x".repeat(9 * 1024));

        var refused = RefusedCall.by(() -> world.dialogue()
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .watchTask(WatchTaskRequest.getDefaultInstance())
                .next());

        assertThat(refused.code()).isIn(Code.RESOURCE_EXHAUSTED, Code.UNAVAILABLE, Code.INTERNAL);
    }

    @Test
    void aMessageAboveTheLimitIsRefused() {
        var request = CreateTaskRequest.newBuilder()
                .setModel("x".repeat(GrpcWorld.MESSAGE_BYTES_MAX + 1))
                .build();

        var refused = RefusedCall.by(() -> world.dialogue().createTask(request));

        assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(world.tasks()).isEmpty();
    }

    /** Five bytes say how much is to come, and nothing comes: nothing is set aside for it. */
    @Test
    void aMessageThatSaysItHasTwoGigabytesIsRefused() throws IOException {
        try (var raw = new RawConnection(world.server.port())) {
            raw.begin(1, WATCH, CREDENTIAL);
            raw.frame(DATA, 0, 1, new byte[] {0, 0x7f, -1, -1, -1});

            assertThat(raw.await(HEADERS).stream()).isEqualTo(1);
        }
    }

    @Test
    void aCompressedMessageThatBurstsIsRefused() {
        var request =
                CreateTaskRequest.newBuilder().setModel("x".repeat(8 << 20)).build();

        var refused =
                RefusedCall.by(() -> world.dialogue().withCompression("gzip").createTask(request));

        assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(refused.reason()).isEqualTo("REQUEST_TOO_LARGE");
    }

    @Test
    void aMessageThatIsNotCompressedAsItSaysIsInvalid() {
        var registry = CompressorRegistry.newEmptyInstance();
        registry.register(new NotGzip());
        var channel = NettyChannelBuilder.forAddress("127.0.0.1", world.server.port())
                .usePlaintext()
                .compressorRegistry(registry)
                .build();
        var dialogue = GrpcWorld.with(DialogueServiceGrpc.newBlockingStub(channel), "x-api-key", GrpcWorld.KEY)
                .withCompression("gzip");
        var request = CreateTaskRequest.newBuilder().setModel("x").build();

        try {
            assertThat(RefusedCall.by(() -> dialogue.createTask(request)).code())
                    .isEqualTo(Code.INVALID_ARGUMENT);
        } finally {
            channel.shutdownNow();
        }
    }

    private record NotGzip() implements Compressor {
        @Override
        public String getMessageEncoding() {
            return "gzip";
        }

        @Override
        public OutputStream compress(OutputStream plain) {
            return plain;
        }
    }

    @Test
    void whatIsNoHttp2IsHungUpOn() throws IOException {
        try (var raw = new RawConnection(world.server.port())) {
            send(() -> raw.frame(HEADERS, END_HEADERS, 1, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1}));
            assertThat(raw.isClosed()).isTrue();
        }
    }

    @FunctionalInterface
    private interface Sending {
        void run() throws IOException;
    }

    /** Whoever is hung up on while they send learns it by that. */
    private static void send(Sending frames) throws IOException {
        try {
            frames.run();
        } catch (SocketException e) {
            assertThat(e.getMessage()).containsAnyOf("Broken pipe", "Connection reset");
        }
    }
}
