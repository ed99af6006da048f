package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import dev.parley.adapters.elevenlabs.upstream.SeenRequest;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.render.Failure;
import dev.parley.domain.session.ConversationRequest;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionEnd;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.session.Setting;
import dev.parley.domain.session.SpeechSessionRequest;
import dev.parley.domain.session.TranscriptionSessionRequest;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How sessions are put to ElevenLabs, and what becomes of what it says. The contract tests the rest. */
class SessionsTest {

    private static final Load MOST = new Load(1000, Duration.ofMinutes(1));
    private static final Frame TEXT = new Frame("{\"text\":\"Hello there. \",\"flush\":true}", Load.text(13));
    private static final Frame LAST = Frame.free("{\"text\":\"\"}");
    private static final Frame SOUND = new Frame(
            "{\"message_type\":\"input_audio_chunk\",\"audio_base_64\":\"AAAA\",\"commit\":true,\"sample_rate\":16000}",
            Load.audio(Duration.ofSeconds(1)));

    private Studio studio = new Studio();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void speechIsAskedForByVoiceModelAndSettings() throws Exception {
        try (var session = open(speech(false, new Setting("output_format", "pcm_16000"), new Setting("seed", "7")))) {
            session.send(LAST);
            assertThat(session.next()).isNotNull();
        }
        assertThat(asked().path()).isEqualTo("/v1/text-to-speech/" + Studio.RACHEL + "/stream-input");
        assertThat(asked().query())
                .containsEntry("model_id", "eleven_flash_v2_5")
                .containsEntry("output_format", "pcm_16000")
                .containsEntry("seed", "7");
    }

    @Test
    void contextsHaveAnAddressOfTheirOwn() throws Exception {
        open(speech(true)).close();
        assertThat(asked().path()).endsWith("/multi-stream-input");
    }

    @Test
    void soundIsSaidToBeWhatItIs() throws Exception {
        var settings = List.of(new Setting("audio_format", "pcm_48000"), new Setting("keyterms", "Naïve & co"));
        open(new TranscriptionSessionRequest("scribe_v2_realtime", AudioFormat.PCM_16000, settings, MOST))
                .close();
        assertThat(asked().path()).isEqualTo("/v1/speech-to-text/realtime");
        assertThat(asked().query())
                .containsEntry("audio_format", "pcm_16000")
                .containsEntry("keyterms", "Naïve & co")
                .containsEntry("model_id", "scribe_v2_realtime");
    }

    @Test
    void agentsAreSpokenToBySignedAddress() throws Exception {
        open(talk("agent_1")).close();
        assertThat(asked().query())
                .containsEntry("agent_id", "agent_1")
                .containsEntry("conversation_signature", "cvtkn_scripted")
                .containsEntry("source", "python_sdk");
    }

    @Test
    void anUnknownAgentIsTheCallersMistake() {
        assertThat(refusal(talk("nobody"))).isInstanceOf(Failure.Rejected.class);
    }

    @Test
    void aFormatThatCannotBeMeasuredIsRejectedUnasked() {
        assertThat(refusal(speech(false, new Setting("output_format", "wav_44100"))))
                .isInstanceOf(Failure.Rejected.class);
        assertThat(studio.upstream.requests()).isEmpty();
    }

    @Test
    void theKeyIsInTheHeadAlone() throws Exception {
        try (var session = open(speech(false))) {
            session.send(TEXT);
            session.send(LAST);
            drain(session);
        }
        assertThat(asked().headers()).containsEntry("xi-api-key", FakeElevenLabs.KEY);
        assertThat(asked().query().toString() + asked().said()).doesNotContain(FakeElevenLabs.KEY);
    }

    @Test
    void framesGoBothWaysAsTheyAre() throws Exception {
        List<Frame> got;
        try (var session = open(speech(false))) {
            session.send(TEXT);
            session.send(LAST);
            got = drain(session);
        }
        assertThat(asked().said()).containsExactly(TEXT.json(), LAST.json());
        assertThat(got).hasSize(2);
        assertThat(got.getFirst().json()).contains("charStartTimesMs");
        assertThat(got.getLast()).isEqualTo(Frame.free("{\"audio\":null,\"isFinal\":true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quota_exceeded", "invalid_api_key"})
    void anErrorIsPassedOnAndItsKeyLeftAlone(String error) throws Exception {
        studio.upstream.spoilNext(Fault.Told.speech(error));
        try (var session = open(speech(false))) {
            session.send(TEXT);
            assertThat(drain(session))
                    .singleElement()
                    .satisfies(frame -> assertThat(frame.json()).contains(error));
            assertThat(session.end()).isEqualTo(new SessionEnd(1008, error));
        }
        assertThat(refusal(speech(false))).isInstanceOf(Failure.Misconfigured.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quota_exceeded", "auth_error"})
    void theErrorsOfTranscriptsAreUnderstoodToo(String type) throws Exception {
        studio.upstream.spoilNext(Fault.Told.transcription(type));
        try (var session = open(transcription())) {
            session.send(SOUND);
            assertThat(drain(session)).hasSize(2);
        }
        assertThat(refusal(transcription())).isInstanceOf(Failure.Misconfigured.class);
    }

    @Test
    void aKeyThatIsTurnedAwayIsReplacedByAnother() throws Exception {
        studio.close();
        studio = new Studio("api_key", "first=sk_bad_0123456789,second=" + FakeElevenLabs.KEY);
        open(speech(false)).close();
        assertThat(studio.upstream.renderings())
                .last()
                .satisfies(request -> assertThat(request.headers()).containsEntry("xi-api-key", FakeElevenLabs.KEY));
    }

    @Test
    void aSessionKeepsItsPlaceUntilItIsOver() throws Exception {
        studio.close();
        studio = new Studio("concurrency", "1", "queue_timeout", "1s");
        var first = open(speech(false));
        assertThat(refusal(speech(false))).isInstanceOf(Failure.Throttled.class);
        first.close();
        open(speech(false)).close();
    }

    @Test
    void anUnknownVoiceIsTheCallersMistake() {
        studio.upstream.spoilNext(Fault.Refused.of(404, "not_found", "voice_not_found"));
        assertThat(refusal(speech(false)))
                .isInstanceOfSatisfying(
                        Failure.Rejected.class,
                        rejected -> assertThat(rejected.message()).contains(Studio.RACHEL));
    }

    @Test
    void aSessionThatIsCutOffInTheMiddleIsNoQuietEnd() throws Exception {
        studio.upstream.spoilNext(new Fault.DiesLater());
        try (var session = open(speech(false))) {
            session.send(TEXT);
            assertThat(session.next()).isNotNull();
            sendUntilItBreaks(session);
            assertThatExceptionOfType(ProviderException.class).isThrownBy(session::next);
            assertThatExceptionOfType(ProviderException.class).as("asked again").isThrownBy(session::next);
        }
    }

    @Test
    void whoGoesOnSendingHearsOfTheBreak() throws Exception {
        studio.upstream.spoil(request -> request.isSession() ? new Fault.CutOff() : null);
        for (int i = 0; i < 3; i++) {
            try (var session = open(transcription())) {
                var sender = Thread.startVirtualThread(() -> sendUntilItBreaks(session));
                var reader = new FutureTask<>(() -> drainedWhole(session));
                Thread.startVirtualThread(reader);
                assertThat(reader.get(10, TimeUnit.SECONDS)).as("a quiet end").isFalse();
                assertThat(sender.join(Duration.ofSeconds(5))).isTrue();
            }
        }
    }

    @Test
    void whoDoesNotTakeHoldsTheUpstreamUp() throws Exception {
        studio.upstream.spoilNext(new Fault.Flood(1 << 20));
        try (var session = open(speech(false))) {
            var sender = new FutureTask<>(() -> {
                for (int i = 0; i < 48; i++) {
                    session.send(TEXT);
                }
                return true;
            });
            Thread.startVirtualThread(sender);
            assertThat(asked().awaitEnd(700)).isFalse();
            assertThat(asked().said())
                    .as("texts that were answered by a MiB each")
                    .hasSizeLessThan(40);
        }
        assertThat(asked().awaitEnd(1000)).isTrue();
    }

    @Test
    void closingWakesWhoWaitsToSend() throws Exception {
        studio.upstream.spoilNext(new Fault.StallBeforeHead());
        var session = open(speech(false));
        var sender = new FutureTask<>(() -> {
            try {
                while (true) {
                    session.send(new Frame("{\"text\":\"" + "x".repeat(1 << 20) + "\"}", Load.text(1 << 20)));
                }
            } catch (ProviderException e) {
                return e.failure();
            }
        });
        Thread.startVirtualThread(sender);
        session.close();
        assertThat(sender.get(1, TimeUnit.SECONDS)).isInstanceOf(Failure.Unavailable.class);
        assertThat(asked().awaitEnd(1000)).isTrue();
    }

    private Session open(SessionRequest request) throws ProviderException {
        return studio.provider.open(request, Studio.attempt(Duration.ofSeconds(30)));
    }

    private static void sendUntilItBreaks(Session session) {
        String sound = "AAAA".repeat(10_000);
        try {
            for (int i = 0; i < 3; i++) {
                session.send(new Frame(SOUND.json().replace("AAAA", sound), SOUND.carries()));
            }
        } catch (ProviderException e) {
            assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class);
        }
    }

    private static boolean drainedWhole(Session session) {
        try {
            drain(session);
            return true;
        } catch (ProviderException e) {
            return false;
        }
    }

    private Failure refusal(SessionRequest request) {
        try {
            open(request).close();
            throw new AssertionError("it was opened");
        } catch (ProviderException e) {
            return e.failure();
        }
    }

    private SeenRequest asked() {
        return studio.upstream.renderings().getLast();
    }

    private static List<Frame> drain(Session session) throws ProviderException {
        List<Frame> got = new ArrayList<>();
        for (Frame frame = session.next(); frame != null; frame = session.next()) {
            got.add(frame);
        }
        return got;
    }

    private static SpeechSessionRequest speech(boolean contexts, Setting... settings) {
        return new SpeechSessionRequest(
                "eleven_flash_v2_5", new VoiceRef("elevenlabs", Studio.RACHEL), contexts, List.of(settings), MOST);
    }

    private static TranscriptionSessionRequest transcription() {
        return new TranscriptionSessionRequest("scribe_v2_realtime", AudioFormat.PCM_16000, List.of(), MOST);
    }

    private static ConversationRequest talk(String agent) {
        return new ConversationRequest("elevenlabs-agents", agent, List.of(new Setting("source", "python_sdk")), MOST);
    }
}
