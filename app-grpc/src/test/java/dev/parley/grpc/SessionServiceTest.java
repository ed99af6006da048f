package dev.parley.grpc;

import static dev.parley.grpc.GrpcWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.session.ConversationRequest;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.Setting;
import dev.parley.v1.CommitHeard;
import dev.parley.v1.ConverseHeader;
import dev.parley.v1.ConverseRequest;
import dev.parley.v1.ConverseResponse;
import dev.parley.v1.SessionCause;
import dev.parley.v1.SessionServiceGrpc;
import dev.parley.v1.SpeakSessionHeader;
import dev.parley.v1.SpeakSessionRequest;
import dev.parley.v1.SpeakSessionResponse;
import dev.parley.v1.TranscribeSessionHeader;
import dev.parley.v1.TranscribeSessionRequest;
import dev.parley.v1.TranscribeSessionResponse;
import dev.parley.v1.WrittenText;
import io.grpc.Status.Code;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that go both ways, by a client of the proto alone. */
@Timeout(20)
class SessionServiceTest {

    private static final String SOUND = "{\"audio\":\"AAEC\",\"isFinal\":null,\"alignment\":"
            + "{\"chars\":[\"H\",\"i\"],\"charStartTimesMs\":[0,40],\"charsDurationsMs\":[40,60]}}";
    private static final String LAST = "{\"text\":\"\"}";

    private final TalkingProvider provider = new TalkingProvider();
    private final GrpcWorld world = new GrpcWorld(provider);
    private final SessionServiceGrpc.SessionServiceStub client =
            with(SessionServiceGrpc.newStub(world.channel), "x-api-key", GrpcWorld.KEY);
    private final Sent<SpeakSessionRequest, SpeakSessionResponse> spoken = new Sent<>(true);
    private final Sent<TranscribeSessionRequest, TranscribeSessionResponse> written = new Sent<>(true);
    private final Sent<ConverseRequest, ConverseResponse> talked = new Sent<>(true);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void textIsSpokenAndPaidByItsLength() throws Exception {
        var call = client.speakSession(spoken);
        call.onNext(header("talk-speech"));
        assertThat(spoken.await().getStarted().getCharactersMax()).isBetween(990, 1000);
        call.onNext(text("Hello", true));
        provider.says(SOUND, TalkingProvider.seconds(1));
        assertThat(spoken.await().getSpoken().getData()).isEqualTo(ByteString.copyFrom(new byte[] {0, 1, 2}));
        call.onCompleted();
        awaitHeard(LAST);
        provider.closes(1000, "");
        var ended = spoken.await().getEnded();
        assertThat(ended.getCharacters()).isEqualTo(5);
        assertThat(ended.getSpokenMillis()).isEqualTo(1000);
        assertThat(ended.getChargeMicros()).isEqualTo(Credits.parse("0.05").micros());
        assertThat(spoken.end().getCode()).isEqualTo(Code.OK);
        assertThat(world.balance().held()).isEqualTo(Credits.NONE);
        assertThat(world.balance().spent()).isEqualTo(Credits.parse("0.05"));
    }

    @Test
    void theTimesOfCharactersCountFromTheirPiece() throws Exception {
        var call = opened();
        provider.says(SOUND, Load.NONE);
        var piece = spoken.await().getSpoken();
        assertThat(piece.getCharactersList()).containsExactly("H", "i");
        assertThat(piece.getStartMillisList()).containsExactly(0L, 40L);
        assertThat(piece.getEndMillisList()).containsExactly(40L, 100L);
        call.onCompleted();
    }

    @Test
    void whatTheHeaderAsksForReachesTheProvider() throws Exception {
        var call = client.speakSession(spoken);
        call.onNext(SpeakSessionRequest.newBuilder()
                .setHeader(SpeakSessionHeader.newBuilder()
                        .setModel("talk-speech")
                        .setVoice("Ann")
                        .setOutputFormat("pcm_16000")
                        .setStability(0.25)
                        .setSeed(7))
                .build());
        spoken.await();
        awaitHeard("{\"text\":\" \",\"voice_settings\":{\"stability\":0.25}}");
        assertThat(provider.opened.getFirst().settings())
                .containsExactly(new Setting("output_format", "pcm_16000"), new Setting("seed", "7"));
    }

    @Test
    void aFlushWithoutTextIsNotTheEnd() throws Exception {
        var call = opened();
        call.onNext(text("", true));
        awaitHeard("{\"text\":\" \",\"flush\":true}");
        assertThat(provider.heard).extracting(Frame::carries).containsOnly(Load.NONE);
    }

    @Test
    void soundIsWrittenDownAndTheRestCommittedAtTheEnd() throws Exception {
        var call = client.transcribeSession(written);
        call.onNext(TranscribeSessionRequest.newBuilder()
                .setHeader(TranscribeSessionHeader.newBuilder().setModel("talk-words"))
                .build());
        written.await();
        call.onNext(sound(32_000));
        provider.says("{\"message_type\":\"partial_transcript\",\"text\":\"Hel\"}", Load.NONE);
        assertThat(written.await().getPartial()).isEqualTo("Hel");
        call.onCompleted();
        awaitHeard(frame -> frame.json().contains("\"commit\":true"));
        provider.says("{\"message_type\":\"committed_transcript\",\"text\":\"Hello\"}", Load.NONE);
        assertThat(written.await().getCommitted().getText()).isEqualTo("Hello");
        var ended = written.await().getEnded();
        assertThat(ended.getHeardMillis()).isEqualTo(1000);
        assertThat(ended.getCause()).isEqualTo(SessionCause.SESSION_CAUSE_CALLER);
        assertThat(ended.getChargeMicros()).isEqualTo(Credits.parse("0.1").micros());
        assertThat(written.end().getCode()).isEqualTo(Code.OK);
    }

    @Test
    void aSessionWaitsForEveryCommit() throws Exception {
        var call = client.transcribeSession(written);
        call.onNext(TranscribeSessionRequest.newBuilder()
                .setHeader(TranscribeSessionHeader.newBuilder().setModel("talk-words"))
                .build());
        call.onNext(sound(3200));
        call.onNext(TranscribeSessionRequest.newBuilder()
                .setCommit(CommitHeard.getDefaultInstance())
                .build());
        call.onNext(sound(3200));
        call.onCompleted();
        awaitUntil(() -> commits() == 2);
        provider.says("{\"message_type\":\"committed_transcript\",\"text\":\"One\"}", Load.NONE);
        provider.says("{\"message_type\":\"committed_transcript\",\"text\":\"Two\"}", Load.NONE);
        assertThat(written.end().getCode()).isEqualTo(Code.OK);
        assertThat(written.answers)
                .extracting(answer -> answer.getCommitted().getText())
                .contains("One", "Two");
    }

    @Test
    void anAgentIsTalkedToAndItsSignsOfLifeAnswered() throws Exception {
        var call = client.converse(talked);
        call.onNext(ConverseRequest.newBuilder()
                .setHeader(ConverseHeader.newBuilder().setModel("talk-agent").setAgent("agent_1"))
                .build());
        talked.await();
        provider.says("{\"type\":\"ping\",\"ping_event\":{\"event_id\":7}}", Load.NONE);
        awaitHeard("{\"type\":\"pong\",\"event_id\":7}");
        call.onNext(ConverseRequest.newBuilder().setText("Hello").build());
        provider.says("{\"type\":\"audio\",\"audio_event\":{\"audio_base_64\":\"AAEC\"}}", TalkingProvider.seconds(2));
        assertThat(talked.await().getSpoken().getData().size()).isEqualTo(3);
        awaitHeard("{\"type\":\"user_message\",\"text\":\"Hello\"}");
        call.onCompleted();
        var ended = talked.await().getEnded();
        assertThat(ended.getHeardMillis()).isEqualTo(1000);
        assertThat(ended.getCharacters()).isEqualTo(5);
        assertThat(talked.end().getCode()).isEqualTo(Code.OK);
        assertThat(provider.opened).singleElement().isInstanceOf(ConversationRequest.class);
    }

    @Test
    void whatIsWrittenToAnAgentIsBounded() throws Exception {
        var call = client.converse(talked);
        call.onNext(ConverseRequest.newBuilder()
                .setHeader(ConverseHeader.newBuilder().setModel("talk-agent").setAgent("agent_1"))
                .build());
        talked.await();
        call.onNext(
                ConverseRequest.newBuilder().setText("x".repeat((32 << 10) + 1)).build());
        assertThat(talked.end().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(talked.end().getDescription()).startsWith("'text' must have at most 32768 bytes");
    }

    @Test
    void theHeaderComesFirst() throws Exception {
        client.speakSession(spoken).onNext(text("Hello", false));
        assertThat(spoken.end().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(spoken.end().getDescription()).contains("'header' must come first.");
    }

    @Test
    void theHeaderComesOnceAndWhatWasSaidIsPaid() throws Exception {
        var call = opened();
        call.onNext(text("Hello", false));
        awaitHeard("{\"text\":\"Hello\"}");
        call.onNext(header("talk-speech"));
        assertThat(spoken.end().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(world.balance().held()).isEqualTo(Credits.NONE);
    }

    @Test
    void anUnknownVoiceIsNamed() throws Exception {
        var header = SpeakSessionHeader.newBuilder().setModel("talk-speech").setVoice("Zed");
        client.speakSession(spoken)
                .onNext(SpeakSessionRequest.newBuilder().setHeader(header).build());
        assertThat(spoken.end().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(spoken.end().getDescription()).startsWith("'header.voice'");
    }

    @ParameterizedTest
    @CsvSource({
        "stability,NaN",
        "stability,1.1",
        "similarity,Infinity",
        "similarity,-1",
        "speed,NaN",
        "speed,-Infinity",
        "speed,9"
    })
    void howAVoiceSpeaksIsANumberWithinItsBounds(String name, double value) throws Exception {
        var header = SpeakSessionHeader.newBuilder().setModel("talk-speech").setVoice("Ann");
        header.setField(SpeakSessionHeader.getDescriptor().findFieldByName(name), value);
        client.speakSession(spoken)
                .onNext(SpeakSessionRequest.newBuilder().setHeader(header).build());
        assertThat(spoken.end().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(spoken.end().getDescription()).startsWith("'header." + name + "' must be from");
        assertThat(provider.opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "agent 1", "../agents"})
    void whatIsNoAgentIsNamedBeforeTheProviderIsAsked(String agent) throws Exception {
        client.converse(talked)
                .onNext(ConverseRequest.newBuilder()
                        .setHeader(ConverseHeader.newBuilder()
                                .setModel("talk-agent")
                                .setAgent(agent))
                        .build());
        assertThat(talked.end().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(talked.end().getDescription()).isEqualTo("'header.agent' must be the id of an agent.");
        assertThat(provider.opened).isEmpty();
    }

    @Test
    void whatASeedMayBeIsToldInWords() throws Exception {
        var header = SpeakSessionHeader.newBuilder()
                .setModel("talk-speech")
                .setVoice("Ann")
                .setSeed(-1);
        client.speakSession(spoken)
                .onNext(SpeakSessionRequest.newBuilder().setHeader(header).build());
        assertThat(spoken.end().getDescription())
                .isEqualTo("'header.seed' must be a whole number from 0 to 4294967295.");
    }

    @Test
    void whoCannotPayIsRefusedAndNobodyIsAsked() throws Exception {
        client.speakSession(spoken).onNext(header("talk-dear"));
        assertThat(spoken.end().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(provider.opened).isEmpty();
    }

    @Test
    void moreThanCanBePaidEndsTheSession() throws Exception {
        var call = opened();
        call.onNext(text("x".repeat(1001), false));
        assertThat(spoken.await().getEnded().getCause()).isEqualTo(SessionCause.SESSION_CAUSE_CREDITS);
        assertThat(spoken.end().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(provider.heard).extracting(Frame::carries).containsOnly(Load.NONE);
        assertThat(provider.closed.await(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aBrokenConnectionIsNoQuietEnd() throws Exception {
        var call = opened();
        call.onNext(text("Hello", true));
        provider.says(SOUND, TalkingProvider.seconds(1));
        spoken.await();
        provider.breaks();
        assertThat(spoken.await().getEnded().getCause()).isEqualTo(SessionCause.SESSION_CAUSE_BROKEN);
        assertThat(spoken.end().getCode()).isEqualTo(Code.UNAVAILABLE);
    }

    @Test
    void aProviderThatRefusesSaysWhy() throws Exception {
        opened();
        provider.closes(1008, "No text came");
        var ended = spoken.await().getEnded();
        assertThat(ended.getCode()).isEqualTo(1008);
        assertThat(ended.getReason()).isEqualTo("No text came");
        assertThat(spoken.end().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
    }

    @Test
    void whoLeavesEndsTheSessionWithinASecond() throws Exception {
        opened();
        Objects.requireNonNull(spoken.call.get()).cancel("enough", null);
        assertThat(provider.closed.await(1, TimeUnit.SECONDS)).isTrue();
        awaitUntil(() -> world.balance().held().equals(Credits.NONE));
    }

    @Test
    void aDeadlineEndsTheSession() throws Exception {
        client.withDeadlineAfter(400, TimeUnit.MILLISECONDS)
                .speakSession(spoken)
                .onNext(header("talk-speech"));
        assertThat(spoken.end().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
        assertThat(provider.closed.await(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoDoesNotReadHoldsTheProviderUp() throws Exception {
        var lazy = new Sent<SpeakSessionRequest, SpeakSessionResponse>(false);
        var call = client.speakSession(lazy);
        call.onNext(header("talk-speech"));
        lazy.await();
        String sound = "{\"audio\":\"" + "AAAA".repeat(8 * 1024) + "\"}";
        for (int i = 0; i < 200; i++) {
            provider.says(sound, Load.NONE);
        }
        awaitUntil(() -> provider.taken.get() > 0);
        assertThat(new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(provider.taken.get()).as("of 200 frames of 24 KiB each").isLessThan(20);
        Objects.requireNonNull(lazy.call.get()).cancel("enough", null);
    }

    @Test
    void aStopOfTheServerEndsTheSessionAndSettlesIt() throws Exception {
        opened().onNext(text("Hello", true));
        awaitHeard("{\"text\":\"Hello\",\"flush\":true}");
        world.server.close();
        assertThat(spoken.end().getCode()).isEqualTo(Code.UNAVAILABLE);
        assertThat(world.balance().held()).isEqualTo(Credits.NONE);
    }

    private StreamObserver<SpeakSessionRequest> opened() throws InterruptedException {
        var call = client.speakSession(spoken);
        call.onNext(header("talk-speech"));
        assertThat(spoken.await().hasStarted()).isTrue();
        return call;
    }

    private long commits() {
        return provider.heard.stream()
                .filter(frame -> frame.json().contains("\"commit\":true"))
                .count();
    }

    private void awaitHeard(String json) throws InterruptedException {
        awaitHeard(frame -> frame.json().equals(json));
    }

    private void awaitHeard(java.util.function.Predicate<Frame> which) throws InterruptedException {
        awaitUntil(() -> provider.heard.stream().anyMatch(which));
    }

    private static void awaitUntil(java.util.function.BooleanSupplier condition) throws InterruptedException {
        var pause = new CountDownLatch(1);
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            assertThat(pause.await(5, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    private static SpeakSessionRequest header(String model) {
        return SpeakSessionRequest.newBuilder()
                .setHeader(SpeakSessionHeader.newBuilder().setModel(model).setVoice("Ann"))
                .build();
    }

    private static SpeakSessionRequest text(String text, boolean flush) {
        return SpeakSessionRequest.newBuilder()
                .setText(WrittenText.newBuilder().setText(text).setFlush(flush))
                .build();
    }

    private static TranscribeSessionRequest sound(int bytes) {
        return TranscribeSessionRequest.newBuilder()
                .setAudio(ByteString.copyFrom(new byte[bytes]))
                .build();
    }
}
