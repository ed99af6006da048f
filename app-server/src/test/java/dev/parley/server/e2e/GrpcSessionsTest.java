package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.parley.v1.ConverseHeader;
import dev.parley.v1.ConverseRequest;
import dev.parley.v1.ConverseResponse;
import dev.parley.v1.SessionServiceGrpc;
import dev.parley.v1.SpeakSessionHeader;
import dev.parley.v1.SpeakSessionRequest;
import dev.parley.v1.SpeakSessionResponse;
import dev.parley.v1.TranscribeSessionHeader;
import dev.parley.v1.TranscribeSessionRequest;
import dev.parley.v1.TranscribeSessionResponse;
import dev.parley.v1.WrittenText;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions by the proto, from end to end in the sandbox. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class GrpcSessionsTest {

    @SuppressWarnings("NullAway.Init")
    private RunningGateway running;

    @BeforeAll
    void start(@TempDir Path data) {
        running = RunningGateway.start(data, Map.of("PARLEY_BOOTSTRAP_KEY", RunningGateway.TEST_KEY));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void textIsSpokenToItsEnd() throws Exception {
        var heard = new Answers<SpeakSessionResponse>();
        var call = client().speakSession(heard);
        call.onNext(SpeakSessionRequest.newBuilder()
                .setHeader(SpeakSessionHeader.newBuilder()
                        .setModel("eleven_flash_v2_5")
                        .setVoice("Rachel")
                        .setOutputFormat("pcm_16000"))
                .build());
        for (String text : List.of("Good morning. ", "Did you sleep well? ")) {
            call.onNext(SpeakSessionRequest.newBuilder()
                    .setText(WrittenText.newBuilder().setText(text).setFlush(true))
                    .build());
        }
        call.onCompleted();
        assertThat(heard.end()).isEqualTo(Status.Code.OK);
        long bytes = heard.all.stream()
                .mapToLong(answer -> answer.getSpoken().getData().size())
                .sum();
        var ended = heard.all.getLast().getEnded();
        assertThat(ended.getCode()).isEqualTo(1000);
        assertThat(ended.getCharacters()).isEqualTo(34);
        assertThat(bytes / 32)
                .as("milliseconds of samples")
                .isBetween(ended.getSpokenMillis() - 50, ended.getSpokenMillis() + 50);
        assertThat(ended.getSpokenMillis()).isGreaterThan(1000);
    }

    @Test
    void soundIsWrittenDown() throws Exception {
        var heard = new Answers<TranscribeSessionResponse>();
        var call = client().transcribeSession(heard);
        call.onNext(TranscribeSessionRequest.newBuilder()
                .setHeader(TranscribeSessionHeader.newBuilder().setModel("scribe_v2_realtime"))
                .build());
        for (int i = 0; i < 3; i++) {
            call.onNext(TranscribeSessionRequest.newBuilder()
                    .setAudio(ByteString.copyFrom(new byte[32_000]))
                    .build());
        }
        call.onCompleted();
        assertThat(heard.end()).isEqualTo(Status.Code.OK);
        assertThat(heard.all)
                .filteredOn(TranscribeSessionResponse::hasCommitted)
                .singleElement()
                .satisfies(told -> assertThat(told.getCommitted().getText()).isNotBlank());
        assertThat(heard.all.getLast().getEnded().getHeardMillis()).isEqualTo(3000);
    }

    @Test
    void anAgentAnswers() throws Exception {
        var heard = new Answers<ConverseResponse>();
        var call = client().converse(heard);
        var answered = heard.when(ConverseResponse::hasSpoken);
        call.onNext(ConverseRequest.newBuilder()
                .setHeader(ConverseHeader.newBuilder()
                        .setModel("elevenlabs-agents")
                        .setAgent("agent_parley"))
                .build());
        call.onNext(ConverseRequest.newBuilder().setText("Good morning").build());
        answered.get(20, TimeUnit.SECONDS);
        call.onCompleted();
        assertThat(heard.end()).isEqualTo(Status.Code.OK);
        assertThat(heard.all).anyMatch(ConverseResponse::hasAgentText).anyMatch(ConverseResponse::hasFormats);
    }

    private SessionServiceGrpc.SessionServiceStub client() {
        return SessionServiceGrpc.newStub(running.channel())
                .withInterceptors(RunningGateway.bearer(RunningGateway.TEST_KEY));
    }

    private static final class Answers<A> implements StreamObserver<A> {
        final List<A> all = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Status.Code> end = new CompletableFuture<>();
        private volatile Consumer<A> listener = _ -> {};

        CompletableFuture<A> when(java.util.function.Predicate<A> which) {
            var come = new CompletableFuture<A>();
            listener = answer -> {
                if (which.test(answer)) {
                    come.complete(answer);
                }
            };
            return come;
        }

        Status.Code end() throws Exception {
            return end.get(30, TimeUnit.SECONDS);
        }

        @Override
        public void onNext(A answer) {
            all.add(answer);
            listener.accept(answer);
        }

        @Override
        public void onError(Throwable error) {
            end.complete(Status.fromThrowable(error).getCode());
        }

        @Override
        public void onCompleted() {
            end.complete(Status.Code.OK);
        }
    }
}
