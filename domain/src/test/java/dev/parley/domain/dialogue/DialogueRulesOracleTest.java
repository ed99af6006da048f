package dev.parley.domain.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.refusal.Refusal.Invalid;
import dev.parley.domain.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Compares the rules with a second telling of them that shares no code. */
class DialogueRulesOracleTest {
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\x1c-\\x1f]*");
    private static final String NOTHING = "nothing";

    @Property(tries = 20_000)
    @StatisticsReport(StatisticsReportMode.OFF)
    void draftIsAcceptedIfAndOnlyIfItBreaksNoRule(
            @ForAll("rules") DialogueRules rules, @ForAll("drafts") DialogueDraft draft) {
        String refused = refusedField(rules, draft);
        Set<String> broken = brokenFields(rules, draft);
        assertThat(broken.isEmpty() ? Set.of(NOTHING) : broken).contains(refused);

        Statistics.collect(refused.replaceAll("\\d", "i"));
        Statistics.coverage(fields -> {
            for (String field : List.of(
                    NOTHING, "dialogue", "dialogue[i].text", "dialogue[i].voice", "stability", "language_code")) {
                fields.check(field).count(seen -> seen > 100);
            }
        });
    }

    private static String refusedField(DialogueRules rules, DialogueDraft draft) {
        try {
            rules.accept(draft, DialogueDrafts.VOICES);
            return NOTHING;
        } catch (Refused refused) {
            return ((Invalid) refused.refusal()).field();
        }
    }

    private static Set<String> brokenFields(DialogueRules rules, DialogueDraft draft) {
        Set<String> broken = new HashSet<>();
        if (draft.turns().isEmpty() || characters(draft) > rules.charactersMax() || voices(draft) > rules.voicesMax()) {
            broken.add("dialogue");
        }
        for (int i = 0; i < draft.turns().size(); i++) {
            if (!speakable(draft.turns().get(i).text())) {
                broken.add("dialogue[" + i + "].text");
            }
            if (Objects.equals(draft.turns().get(i).voice(), "nobody")) {
                broken.add("dialogue[" + i + "].voice");
            }
        }
        var steps = rules.stability() == StabilityRule.STEPS
                ? List.of("0.0", "0.5", "1.0")
                : List.of("0.0", "0.3", "0.5", "1.0");
        if (draft.stability() != null && !steps.contains(draft.stability().toString())) {
            broken.add("stability");
        }
        if (draft.languageCode() != null && !Set.of("auto", "en", "fil").contains(draft.languageCode())) {
            broken.add("language_code");
        }
        return broken;
    }

    private static boolean speakable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && !CONTROL.matcher(text).find()
                && !BLANK.matcher(text).matches();
    }

    private static int characters(DialogueDraft draft) {
        return draft.turns().stream()
                .mapToInt(turn -> turn.text().getBytes(StandardCharsets.UTF_32BE).length / Integer.BYTES)
                .sum();
    }

    private static long voices(DialogueDraft draft) {
        return draft.turns().stream()
                .map(turn -> Objects.requireNonNullElse(turn.voice(), "chosen").replace("also-", ""))
                .distinct()
                .count();
    }

    @Provide
    static Arbitrary<DialogueRules> rules() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(4, 16),
                        Arbitraries.of(StabilityRule.class))
                .as(DialogueRules::new);
    }

    @Provide
    static Arbitrary<DialogueDraft> drafts() {
        var pieces = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of("a", "Hi", "\ud83d\ude00", "e\u0301", "\u65e5")),
                Tuple.of(4, Arbitraries.of(" ", "\t", "\n", "\r", "\u00a0", "\u3000")),
                Tuple.of(1, Arbitraries.of("\ud83d", "\ude00", "\u0000", "\u000b", "\u001f", "\u007f")));
        var texts = pieces.list().ofMaxSize(5).map(list -> String.join("", list));
        var voices = Arbitraries.of("v0", "v1", "v2", "v3", "also-v0", "nobody").injectNull(0.1);
        var turns = Combinators.combine(texts, voices).as(DraftTurn::new).list().ofMaxSize(4);
        var stability = Arbitraries.of(0.0, 0.5, 1.0, 0.3, -0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY);
        var language = Arbitraries.of("auto", "en", "fil", "EN", "xx", "");
        return Combinators.combine(turns, stability.injectNull(0.3), language.injectNull(0.3))
                .as(DialogueDraft::new);
    }
}
