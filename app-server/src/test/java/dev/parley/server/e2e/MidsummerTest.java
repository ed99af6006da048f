package dev.parley.server.e2e;

import static dev.parley.server.e2e.RunningGateway.JSON;
import static dev.parley.server.e2e.RunningGateway.KEY;
import static dev.parley.server.e2e.RunningGateway.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.server.e2e.Midsummer.Said;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueTurn;
import dev.parley.v1.GetCreditsRequest;
import dev.parley.v1.StreamDialogueRequest;
import dev.parley.v1.StreamDialogueResponse;
import dev.parley.v1.VoiceSegment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Act 1, scene 2: seven speakers, about 4,000 characters, through both edges. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class MidsummerTest {

    private static final List<Said> SCENE = Midsummer.scene("1.2");
    private static final BigDecimal PRICE =
            BigDecimal.valueOf(Midsummer.characters(SCENE)).movePointLeft(2);

    @SuppressWarnings("NullAway.Init")
    private RunningGateway running;

    private Path database = Path.of("");

    @BeforeAll
    void start(@TempDir Path data) {
        database = data.resolve("parley.db");
        running = RunningGateway.start(data, Map.of());
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void theSceneIsSpokenAsATask() throws Exception {
        var before = balance();
        var estimate = running.postJson("/v1/estimate", body(SCENE)).path("data");

        var task = speak();

        assertThat(task.path("status").asText()).as(task.toPrettyString()).isEqualTo("completed");
        assertThat(estimate.path("credits").decimalValue()).isEqualByComparingTo(PRICE);
        assertThat(task.path("credits").decimalValue()).isEqualByComparingTo(PRICE);
        assertThat(before.path("available")
                        .decimalValue()
                        .subtract(balance().path("available").decimalValue()))
                .isEqualByComparingTo(PRICE);
        assertThat(balance().path("held").decimalValue()).isEqualByComparingTo("0");
        var audio = running.get(task.at("/output/urls/0").asText());
        assertThat(audio.statusCode()).isEqualTo(200);
        assertThat(audio.headers().firstValue("content-type")).hasValue("audio/mpeg");
        assertSpeech(audio.body());
    }

    @Test
    void theSceneIsSpokenAsAStream() throws Exception {
        var before = running.account().getCredits(GetCreditsRequest.getDefaultInstance());
        var heard = new ByteArrayOutputStream();
        List<VoiceSegment> segments = new ArrayList<>();
        List<StreamDialogueResponse> events = new ArrayList<>();
        running.dialogues().streamDialogue(request()).forEachRemaining(event -> {
            heard.writeBytes(event.getAudio().getData().toByteArray());
            segments.addAll(event.getTimings().getSegmentsList());
            events.add(event);
        });

        var started = events.getFirst().getStarted();
        var finished = events.getLast().getFinished();
        long price = PRICE.movePointRight(6).longValueExact();
        assertThat(started.getQuote().getCreditsMicros()).isEqualTo(price);
        assertThat(finished.getChargeMicros()).isEqualTo(price);
        var after = running.account().getCredits(GetCreditsRequest.getDefaultInstance());
        assertThat(before.getAvailableMicros() - after.getAvailableMicros()).isEqualTo(price);
        assertThat(after.getHeldMicros()).isZero();
        assertThat(finished.getBytes()).isEqualTo(heard.size());
        assertThat(finished.getSha256()).isEqualTo(sha256(heard.toByteArray()));
        assertThat(segments.stream().mapToInt(VoiceSegment::getStartMillisCount).sum())
                .isEqualTo(Midsummer.characters(SCENE));
        assertSpeech(heard.toByteArray());
        var saved = running.getJson("/v1/tasks/" + started.getTaskId());
        assertThat(running.get(saved.at("/output/urls/0").asText()).body()).isEqualTo(heard.toByteArray());
    }

    @Test
    void theLedgerAddsUpToTheBalance() throws Exception {
        speak();

        assertThat(booked("GRANT")).isEqualByComparingTo("1000");
        assertThat(booked("CAPTURE"))
                .isEqualByComparingTo(balance().path("spent").decimalValue());
        assertThat(booked("HOLD").subtract(booked("CAPTURE")).subtract(booked("RELEASE")))
                .isEqualByComparingTo(balance().path("held").decimalValue());
        assertThat(booked("CAPTURE").remainder(PRICE))
                .as("each capture is the quote")
                .isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"1.1, 10363", "3.2, 18981", "5.1, 16043"})
    void aSceneOverTheLimitIsRefusedWithTheNumbers(String scene, String characters) throws IOException {
        var before = balance();

        var response = running.post(
                "/v1/audio/generations",
                JSON.writeValueAsBytes(body(Midsummer.scene(scene))),
                "Authorization",
                "Bearer " + KEY);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).at("/error/message").asText())
                .contains("input.dialogue", characters, "5000");
        assertThat(balance()).isEqualTo(before);
    }

    private JsonNode speak() {
        var created = running.postJson("/v1/audio/generations", body(SCENE));
        return running.awaitTask(created.at("/data/taskId").asText());
    }

    private JsonNode balance() {
        return running.getJson("/v1/credits").path("data");
    }

    /** Credits, summed over the entries of a kind as they lie in the database. */
    private BigDecimal booked(String kind) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var entries =
                        connection.prepareStatement("SELECT sum(amount_micros) FROM ledger_entry WHERE kind = ?")) {
            entries.setString(1, kind);
            try (var sum = entries.executeQuery()) {
                return BigDecimal.valueOf(sum.getLong(1), 6);
            }
        }
    }

    private JsonNode body(List<Said> scene) {
        var cast = Midsummer.cast(scene, voices());
        var body = JSON.createObjectNode().put("model", MODEL);
        var dialogue = body.putObject("input").putArray("dialogue");
        scene.forEach(said -> dialogue.addObject().put("text", said.text()).put("voice", cast.get(said.speaker())));
        return body;
    }

    private StreamDialogueRequest request() {
        var cast = Midsummer.cast(SCENE, voices());
        var input = DialogueInput.newBuilder();
        SCENE.forEach(said -> input.addDialogue(
                DialogueTurn.newBuilder().setText(said.text()).setVoice(cast.getOrDefault(said.speaker(), ""))));
        return StreamDialogueRequest.newBuilder()
                .setModel(MODEL)
                .setInput(input)
                .build();
    }

    /** Enough voices for one each, in ten at most. */
    private List<String> voices() {
        var voices = running.getJson("/v1/voices").findValuesAsText("name");
        assertThat(voices).hasSizeGreaterThanOrEqualTo(12);
        return voices.subList(0, 10);
    }

    /** 12 to 25 characters are spoken in a second, and a sixth of the time at least is not silence. */
    private static void assertSpeech(byte[] mp3) throws IOException {
        var decoder = new StandardCodecs().decoder(AudioFormat.MP3_44100_128);
        List<short[]> pieces = List.of(decoder.decode(mp3), decoder.finish());
        long samples = pieces.stream().mapToLong(piece -> piece.length).sum();
        double charactersPerSecond = Midsummer.characters(SCENE) / (samples / 44_100.0);
        assertThat(charactersPerSecond).isBetween(10.0, 25.0);
        long loud = pieces.stream()
                .flatMapToInt(piece ->
                        java.util.stream.IntStream.range(0, piece.length).map(i -> piece[i]))
                .filter(sample -> Math.abs(sample) > 1000)
                .count();
        assertThat(loud).isGreaterThan(samples / 6);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
