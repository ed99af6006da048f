package dev.parley.domain.dialogue;

import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Bounds;
import dev.parley.domain.render.ModelRules;
import dev.parley.domain.render.ReadableText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes.
 *
 * @param voicesMax distinct voices in one dialogue
 * @param charactersMax code points, summed over the turns
 */
public record DialogueRules(int voicesMax, int charactersMax, StabilityRule stability) implements ModelRules {

    /** Slowest and fastest that may be asked for at all; what a model cannot do of it, it does as far as it can. */
    public static final double SPEED_MIN = 0.25;

    public static final double SPEED_MAX = 4;

    /** Silence costs nothing, and still has to be made, sent and stored. */
    public static final Duration PAUSES_MAX = Duration.ofMinutes(2);

    /** The limits of seeds/000. */
    public static final DialogueRules DEFAULT = new DialogueRules(10, 5000, StabilityRule.STEPS);

    /** Finds the voice a caller named, or chooses one where none was named. */
    @FunctionalInterface
    public interface VoiceFinder {
        /** Empty where there is no such voice; the finder may also refuse by itself, with better words. */
        Optional<VoiceRef> find(int turn, @Nullable String name);
    }

    /** How many voices and characters they take; how even those sound stays as promised here. */
    @Override
    public DialogueRules stricter(ModelRules others) {
        return others instanceof DialogueRules(int voices, int characters, var _)
                ? new DialogueRules(Math.min(voicesMax, voices), Math.min(charactersMax, characters), stability)
                : this;
    }

    /**
     * The dialogue that the draft asks for.
     *
     * @throws Refused naming the first field that breaks a rule: {@code dialogue}, {@code dialogue[i].text}, {@code
     *     dialogue[i].voice}, {@code stability}, {@code similarity} or
     *     {@code language_code}
     */
    public Dialogue accept(DialogueDraft draft, VoiceFinder voices) {
        checkText(draft.turns());
        checkPauses(draft.turns());
        var settings = new DialogueSettings(
                stability(draft.stability()),
                Bounds.share("similarity", draft.similarity()),
                language(draft.languageCode()));
        var dialogue = new Dialogue(turns(draft.turns(), voices), settings);
        int distinct = dialogue.voices().size();
        if (distinct > voicesMax) {
            throw Refused.invalid(
                    "dialogue", "uses " + distinct + " distinct voices; this model takes at most " + voicesMax + ".");
        }
        return dialogue;
    }

    /**
     * The speech that the draft asks for.
     *
     * @throws Refused naming the first field that breaks a rule, as {@code text} or {@code speed}
     */
    public Speech accept(SpeechDraft draft, VoiceFinder voices) {
        String wrong = ReadableText.wrong(draft.text());
        if (wrong != null) {
            throw Refused.invalid("text", wrong);
        }
        int characters = draft.text().codePointCount(0, draft.text().length());
        if (characters > charactersMax) {
            throw Refused.invalid(
                    "text",
                    "has " + characters + " characters; this model takes at most " + charactersMax
                            + ". Split it into several requests.");
        }
        var settings = new SpeechSettings(
                draft.stability() == null ? null : Double.valueOf(stability(draft.stability())),
                Bounds.share("similarity", draft.similarity()),
                Bounds.share("style", draft.style()),
                draft.speakerBoost(),
                Bounds.within("speed", draft.speed(), SPEED_MIN, SPEED_MAX),
                language(draft.languageCode()));
        var voice =
                voices.find(0, draft.voice()).orElseThrow(() -> Refused.invalid("voice", "must name a known voice."));
        return new Speech(new Turn(draft.text(), voice), settings);
    }

    private void checkText(List<DraftTurn> turns) {
        if (turns.isEmpty()) {
            throw Refused.invalid("dialogue", "must have at least one turn.");
        }
        long characters = 0;
        for (int i = 0; i < turns.size(); i++) {
            String text = turns.get(i).text();
            String wrong = ReadableText.wrong(text);
            if (wrong != null) {
                throw Refused.invalid("dialogue[" + i + "].text", wrong);
            }
            characters += text.codePointCount(0, text.length());
        }
        if (characters > charactersMax) {
            throw Refused.invalid(
                    "dialogue",
                    "has " + characters + " characters in total; this model takes at most " + charactersMax
                            + ". Split it into several requests.");
        }
    }

    private static void checkPauses(List<DraftTurn> turns) {
        var all = turns.stream().map(DraftTurn::pause).filter(Objects::nonNull).reduce(Duration.ZERO, Duration::plus);
        if (all.compareTo(PAUSES_MAX) > 0) {
            throw Refused.invalid(
                    "dialogue", "must have pauses of at most " + PAUSES_MAX.toSeconds() + " seconds in total.");
        }
    }

    private double stability(@Nullable Double asked) {
        double value = asked == null ? DialogueSettings.DEFAULT.stability() : asked;
        if (!stability.allows(value)) {
            throw Refused.invalid("stability", "must be " + stability + ", not " + value + ".");
        }
        return Bounds.plain(value);
    }

    private static LanguageCode language(@Nullable String asked) {
        return LanguageCode.parse(asked == null ? LanguageCode.AUTO.code() : asked)
                .orElseThrow(() -> Refused.invalid(
                        "language_code", "must be auto or one of: " + String.join(", ", LanguageCode.spoken()) + "."));
    }

    private static List<Turn> turns(List<DraftTurn> drafts, VoiceFinder voices) {
        List<Turn> turns = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            String field = "dialogue[" + i + "].voice";
            var voice = voices.find(i, drafts.get(i).voice())
                    .orElseThrow(() -> Refused.invalid(field, "must name a known voice."));
            turns.add(new Turn(drafts.get(i).text(), voice, drafts.get(i).pause()));
        }
        return turns;
    }
}
