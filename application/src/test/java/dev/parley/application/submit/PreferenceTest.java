package dev.parley.application.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.catalog.Candidate;
import dev.parley.application.catalog.PublicModel.Choice;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.ledger.Rate;
import dev.parley.domain.render.Kind;
import dev.parley.domain.task.Route;
import dev.parley.ports.provider.Model;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreferenceTest {

    private final Preference preference = new Preference(new Random(7));
    private final List<Candidate> able = List.of(candidate("a", 6), candidate("b", 3), candidate("c", 1));
    private final List<Route> routes = List.of(route("a", 30), route("b", 10), route("c", 20));

    @Test
    void listedOrderIsKept() {
        assertThat(names(Choice.ORDER)).isEqualTo("abc");
    }

    @Test
    void theCheapestComesFirst() {
        assertThat(names(Choice.PRICE)).isEqualTo("bca");
    }

    @Test
    void eachComesFirstAsOftenAsItsWeightSays() {
        int draws = 10_000;

        var firsts = IntStream.range(0, draws)
                .mapToObj(_ -> names(Choice.WEIGHT).substring(0, 1))
                .toList();

        assertThat(firsts.stream().filter("a"::equals).count()).isBetween(5_800L, 6_200L);
        assertThat(firsts.stream().filter("c"::equals).count()).isBetween(900L, 1_100L);
    }

    @Test
    void byWeightNobodyIsLeftOut() {
        assertThat(names(Choice.WEIGHT)
                        .chars()
                        .sorted()
                        .mapToObj(Character::toString)
                        .toList())
                .containsExactly("a", "b", "c");
    }

    private String names(Choice choice) {
        return String.join(
                "",
                preference.order(choice, routes, able).stream()
                        .map(Route::provider)
                        .toList());
    }

    private static Route route(String provider, long credits) {
        var dialogue = new Dialogue(List.of(new Turn("Hi", new VoiceRef(provider, "v"))), DialogueSettings.DEFAULT);
        return new Route(
                provider,
                new DialogueRequest("m", dialogue, AudioFormat.DEFAULT),
                new Quote("m", 2, Credits.ofWhole(credits)),
                List.of());
    }

    private static Candidate candidate(String provider, int weight) {
        var serving = new Model(
                "m",
                "",
                Set.of(Kind.DIALOGUE),
                Set.of(),
                DialogueRules.DEFAULT,
                Set.of(AudioFormat.DEFAULT),
                Set.of(new LanguageCode("en")),
                true);
        return new Candidate(
                "m", provider, serving, DialogueRules.DEFAULT, new Rate(Credits.ofWhole(1), Credits.NONE), weight);
    }
}
