package dev.parley.application.turns;

import static dev.parley.application.turns.Stage.dialogue;
import static dev.parley.application.turns.Stage.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.adapters.audio.Bs1770;
import dev.parley.application.turns.Stage.Heard;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.render.Kind;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.Doorbell;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Receipt;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What a caller hears. */
final class TurnByTurnTest {

    private static final DialogueRequest THREE = dialogue(
            SpeechOnly.PLAIN,
            AudioFormat.PCM_24000,
            turn("Ten chars.", SpeechOnly.LOUD),
            turn("Five!", SpeechOnly.AS_LOUD),
            turn("Twenty characters ..", SpeechOnly.LOUD));

    private static final Turn LINE = turn("Ten chars.", SpeechOnly.LOUD);

    private final Stage stage = new Stage();

    @Test
    void speechModelsAreOfferedForDialogueToo() {
        assertThat(stage.turnByTurn.capabilities().models())
                .allSatisfy(model -> {
                    assertThat(model.kinds()).isEqualTo(Set.of(Kind.DIALOGUE, Kind.SPEECH));
                    assertThat(model.timings()).isTrue();
                    assertThat(model.description()).isEqualTo("Hums (dialogues are spoken turn by turn)");
                })
                .extracting(Model::name)
                .containsExactly("hum", "hum-plain", "hum-mp3");
    }

    @Test
    void gapsAreExactToTheSample() throws ProviderException {
        Heard heard = stage.hear(THREE);
        assertThat(heard.samples()).hasSize(24 * (600 + 300 + 300 + 300 + 1200));
        assertThat(heard.between(600, 900, 24_000)).containsOnly(0);
        assertThat(heard.between(1200, 1500, 24_000)).containsOnly(0);
        assertThat(heard.between(0, 600, 24_000)).doesNotContain((short) 0);
        assertThat(heard.between(900, 1200, 24_000)).doesNotContain((short) 0);
        assertThat(heard.between(1500, 2700, 24_000)).doesNotContain((short) 0);
    }

    @Test
    void gapIsAsConfigured() throws ProviderException {
        var close = new Stage(new Joining(4, Duration.ZERO));
        assertThat(close.hear(THREE).samples()).hasSize(24 * (600 + 300 + 1200));
    }

    @Test
    void pauseStandsInPlaceOfTheGap() throws ProviderException {
        var voice = THREE.dialogue().voices().getFirst();
        var heard = stage.hear(dialogue(
                SpeechOnly.PLAIN,
                AudioFormat.PCM_24000,
                new Turn("Ten chars.", voice, Duration.ofMillis(50)),
                new Turn("Five!", voice, Duration.ofMillis(1001)),
                new Turn("Five!", voice, Duration.ZERO)));
        assertThat(heard.turns()).containsExactly(List.of(50L, 650L), List.of(1651L, 1951L), List.of(1951L, 2251L));
        assertThat(heard.between(650, 1651, 24_000)).containsOnly(0);
    }

    @Test
    void turnsWithoutTimingsHaveExactStartsAndEnds() throws ProviderException {
        assertThat(stage.hear(THREE).turns())
                .containsExactly(List.of(0L, 600L), List.of(900L, 1200L), List.of(1500L, 2700L));
    }

    @Test
    void timingsOfTheProviderAreShiftedByTheTurnsStart() throws ProviderException {
        var heard = stage.hear(dialogue(
                SpeechOnly.TIMED,
                AudioFormat.PCM_16000,
                turn("Ten chars.", SpeechOnly.LOUD),
                turn("Five!", SpeechOnly.LOUD)));
        var times = heard.segments().stream()
                .filter(segment -> segment.turn() == 1)
                .flatMap(segment -> segment.characters().stream())
                .map(time -> List.of(time.startMillis(), time.endMillis()))
                .toList();
        assertThat(times)
                .containsExactly(
                        List.of(900L, 960L),
                        List.of(960L, 1020L),
                        List.of(1020L, 1080L),
                        List.of(1080L, 1140L),
                        List.of(1140L, 1200L));
    }

    @Test
    void encodersDelayIsCounted() throws ProviderException {
        var request = new DialogueRequest(THREE.model(), THREE.dialogue(), AudioFormat.MP3_44100_128);
        assertThat(stage.hear(request).turns())
                .containsExactly(List.of(25L, 625L), List.of(925L, 1225L), List.of(1525L, 2725L));
    }

    @Test
    void softTurnsAreBroughtToTheFirstOnesLoudness() throws ProviderException {
        var heard = stage.hear(dialogue(
                SpeechOnly.PLAIN,
                AudioFormat.PCM_24000,
                turn("A loud line.", SpeechOnly.LOUD),
                turn("A soft line.", SpeechOnly.SOFT)));
        assertThat(lufs(heard.between(1020, 1740, 24_000))).isCloseTo(lufs(heard.between(0, 720, 24_000)), within(0.1));
    }

    @Test
    void whatIsEquallyLoudIsLeftAlone() throws ProviderException {
        short[] second = stage.hear(THREE).between(900, 1200, 24_000);
        assertThat(second).contains(HummedStream.amplitude(SpeechOnly.AS_LOUD));
    }

    @Test
    void bestSourceIsAskedForAndTheFormatIsMadeOfIt() throws ProviderException {
        var request = dialogue(SpeechOnly.MP3, AudioFormat.PCM_8000, turn("From MP3 to samples.", SpeechOnly.LOUD));
        double millis = stage.hear(request).samples().length / 8.0;
        assertThat(stage.provider.asked.getFirst().format()).isEqualTo(AudioFormat.MP3_44100_128);
        // Its delay and padding are silence, which is taken off.
        assertThat(millis).isCloseTo(1200, within(30.0));
    }

    @Test
    void settingsGoWithEachTurn() throws ProviderException {
        var settings = new DialogueSettings(0.3, 0.8, new LanguageCode("de"));
        var turns = THREE.dialogue().turns();
        stage.hear(new DialogueRequest(THREE.model(), new Dialogue(turns, settings), THREE.format()));
        assertThat(stage.provider.asked)
                .hasSize(3)
                .extracting(SpeechRequest::settings)
                .containsOnly(new SpeechSettings(0.3, 0.8, null, null, null, new LanguageCode("de")));
        assertThat(stage.provider.asked).extracting(SpeechRequest::turn).containsExactlyInAnyOrderElementsOf(turns);
    }

    @Test
    void everyTurnIsAnAttemptOfItsOwnWithTheSameDeadline() throws ProviderException {
        stage.hear(THREE);
        assertThat(stage.provider.attempts.stream().sorted(Comparator.comparing(Attempt::id)))
                .extracting(Attempt::id)
                .containsExactly("task-1-turn-1", "task-1-turn-2", "task-1-turn-3");
        assertThat(stage.provider.attempts).extracting(Attempt::deadline).containsOnly(stage.deadline);
    }

    @Test
    void turnsAreMadeOfWhatTheirStreamsSayThatTheyAre() throws ProviderException {
        var request = Stage.dialogue(SpeechOnly.MP3, AudioFormat.PCM_24000, LINE, LINE);
        short[] usual = stage.hear(request).samples();
        stage.provider.answer((speech, _, _) -> SpeechOnly.decidedByTheUpstream(speech, AudioFormat.PCM_48000));
        assertThat(stage.hear(request).samples().length).isCloseTo(usual.length, Percentage.withPercentage(5));
    }

    @Test
    void speechIsMadeOfWhatItsStreamSaysThatItIs() throws ProviderException {
        stage.provider.answer((speech, _, _) -> SpeechOnly.decidedByTheUpstream(speech, AudioFormat.PCM_48000));
        var speech = new SpeechRequest(SpeechOnly.MP3.name(), LINE, SpeechSettings.DEFAULT, AudioFormat.PCM_24000);
        int bytes = 0;
        try (var stream = stage.turnByTurn.render(speech, new Attempt("task-1", stage.deadline))) {
            for (var chunk = stream.next(); chunk != null; chunk = stream.next()) {
                bytes += chunk.bytes().length;
            }
        }
        assertThat(bytes).isEqualTo(LINE.characters() * HummedStream.CHARACTER_MILLIS * 48);
    }

    @Test
    void turnsShareTheDialoguesDoorbell() throws ProviderException {
        Doorbell bell = new Doorbell() {
            @Override
            public Optional<URI> address() {
                return Optional.of(URI.create("https://gateway.example/bell"));
            }

            @Override
            public void await(Duration atMost) {}
        };
        var attempt = new Attempt("task-1", stage.deadline, Receipt.NONE, bell);
        try (var stream = stage.turnByTurn.render(Stage.dialogue(3), attempt)) {
            while (stream.next() != null) {
                assertThat(stream.format()).isEmpty();
            }
        }
        assertThat(stage.provider.attempts)
                .extracting(Attempt::doorbell)
                .hasSize(3)
                .containsOnly(bell);
    }

    @Test
    void unitsAreThoseOfTheTurns() {
        assertThat(stage.turnByTurn.billableUnits(THREE)).isEqualTo(35);
    }

    private static double lufs(short[] samples) {
        var meter = new Bs1770().meter(24_000);
        meter.add(samples);
        return meter.lufs().orElseThrow();
    }
}
