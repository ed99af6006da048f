package dev.parley.application.submit;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Candidate;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.SpeechDraft;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.dialogue.Surroundings;
import dev.parley.domain.music.MusicDraft;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.store.Attempts;
import dev.parley.ports.store.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an order is fitted to the model that renders it. What a model does not take is left out, and never fails the order:
 * clients send every field they know to every model. Each change is told in a warning.
 */
public final class Understanding {

    private static final int SURROUNDING_TEXT_MAX = 5000;
    private static final int INSTRUCTIONS_MAX = 4096;
    private static final int LATENCY_MAX = 4;
    private static final int ID_LENGTH_MAX = 200;

    private final Tasks tasks;
    private final Songs songs;
    private final Attempts attempts;
    private final boolean snapsStability;

    /** @param snapsStability whether a stability that the model does not take becomes the nearest one that it does */
    public Understanding(Tasks tasks, Attempts attempts, boolean snapsStability) {
        this.tasks = tasks;
        this.songs = new Songs(tasks);
        this.attempts = attempts;
        this.snapsStability = snapsStability;
    }

    /** @throws Refused naming the first option that is out of bounds */
    RenderOptions options(Caller caller, RenderOptions asked, Candidate model, List<String> warnings) {
        check(asked);
        var taken = model.serving().options();
        var around = asked.surroundings();
        return asked.in(new Surroundings(
                around.previousText(),
                around.nextText(),
                taken.contains(RenderOption.PREVIOUS_REQUESTS)
                        ? upstreamIds(caller, around.previousRequests(), warnings)
                        : around.previousRequests(),
                taken.contains(RenderOption.NEXT_REQUESTS)
                        ? upstreamIds(caller, around.nextRequests(), warnings)
                        : around.nextRequests()));
    }

    DialogueDraft snapped(DialogueDraft draft, Candidate model, List<String> warnings) {
        return new DialogueDraft(
                draft.turns(), snapped(draft.stability(), model, warnings), draft.similarity(), draft.languageCode());
    }

    SpeechDraft snapped(SpeechDraft draft, Candidate model, List<String> warnings) {
        return new SpeechDraft(
                draft.text(),
                draft.voice(),
                snapped(draft.stability(), model, warnings),
                draft.similarity(),
                draft.style(),
                draft.speakerBoost(),
                draft.speed(),
                draft.languageCode());
    }

    /** @throws Refused where it takes parts of a song that is not the caller's */
    MusicDraft songs(Caller caller, MusicDraft draft, Candidate model) {
        return songs.known(caller, draft, model);
    }

    /** A dialogue has no setting for them, so the request that is made of the speech does not know that they were asked for. */
    void tellWhatDialoguesLack(SpeechSettings settings, Candidate model, List<String> warnings) {
        settings.asked().stream()
                .filter(option -> option != RenderOption.SIMILARITY)
                .forEach(option -> warnings.add(leftOut(option, model)));
    }

    /** The request without what its model does not take. */
    RenderRequest only(RenderRequest request, Candidate model, List<String> warnings) {
        var taken = model.serving().options();
        request.asked().stream()
                .filter(option -> !taken.contains(option))
                .forEach(option -> warnings.add(leftOut(option, model)));
        if (request instanceof SpokenRequest spoken) {
            tellLanguage(spoken.language(), model, warnings);
        }
        return request.only(taken);
    }

    private static void tellLanguage(LanguageCode language, Candidate model, List<String> warnings) {
        if (!language.equals(LanguageCode.AUTO) && !model.serving().languages().contains(language)) {
            warnings.add("The provider " + model.provider() + " does not speak '" + language
                    + "': it reads the text as well as it can.");
        }
    }

    private static String leftOut(RenderOption option, Candidate model) {
        return "The model " + model.model() + " does not take '" + option.field() + "' here: it was left out.";
    }

    private @Nullable Double snapped(@Nullable Double asked, Candidate model, List<String> warnings) {
        if (asked == null || !StabilityRule.RANGE.allows(asked)) {
            return asked;
        }
        if (!(model.rules() instanceof DialogueRules(var _, var _, var promised))
                || !(model.serving().rules() instanceof DialogueRules(var _, var _, var taken))) {
            return asked; // It will be refused: it is made for something else.
        }
        boolean kept = promised.allows(asked);
        var rule = kept ? taken : promised;
        if (rule.allows(asked) || !(kept || snapsStability)) {
            return asked;
        }
        double nearest = rule.nearest(asked);
        warnings.add("The model " + model.model() + " takes a stability of " + rule + ": " + asked + " became "
                + nearest + ".");
        return nearest;
    }

    /**
     * Callers know their renderings by our ids, the provider by its own. Somebody else's rendering, and one of which the
     * upstream told no id, is left out.
     */
    private List<String> upstreamIds(Caller caller, List<String> asked, List<String> warnings) {
        List<String> ids = new ArrayList<>();
        for (String id : asked) {
            var upstream = upstreamId(caller, id);
            upstream.ifPresent(ids::add);
            if (upstream.isEmpty()) {
                warnings.add("There is no rendering '" + id
                        + "' of yours that the provider could go on from: it was left" + " out.");
            }
        }
        return ids;
    }

    private Optional<String> upstreamId(Caller caller, String id) {
        try {
            return tasks.find(UUID.fromString(id))
                    .filter(task -> task.account().equals(caller.account()))
                    .flatMap(task -> attempts.list(task.id()).reversed().stream()
                            .flatMap(attempt -> Optional.ofNullable(attempt.ending()).stream())
                            .flatMap(ending -> Optional.ofNullable(ending.bill()).stream())
                            .flatMap(bill -> Optional.ofNullable(bill.requestId()).stream())
                            .findFirst());
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // No id of ours.
        }
    }

    private static void check(RenderOptions options) {
        Long seed = options.seed();
        if (seed != null && (seed < 0 || seed > RenderOptions.SEED_MAX)) {
            throw refused(RenderOption.SEED, "must be from 0 to " + RenderOptions.SEED_MAX + ".");
        }
        Integer latency = options.latency();
        if (latency != null && (latency < 0 || latency > LATENCY_MAX)) {
            throw refused(RenderOption.LATENCY, "must be from 0 to " + LATENCY_MAX + ".");
        }
        var around = options.surroundings();
        checkText(RenderOption.PREVIOUS_TEXT, around.previousText(), SURROUNDING_TEXT_MAX);
        checkText(RenderOption.NEXT_TEXT, around.nextText(), SURROUNDING_TEXT_MAX);
        checkText(RenderOption.INSTRUCTIONS, options.instructions(), INSTRUCTIONS_MAX);
        checkIds(RenderOption.PREVIOUS_REQUESTS, around.previousRequests());
        checkIds(RenderOption.NEXT_REQUESTS, around.nextRequests());
        checkIds(
                RenderOption.PRONUNCIATION,
                options.dictionaries().stream()
                        .map(dictionary -> dictionary.id())
                        .toList());
    }

    private static void checkText(RenderOption option, @Nullable String text, int lengthMax) {
        if (text != null && text.length() > lengthMax) {
            throw refused(option, "must have at most " + lengthMax + " characters.");
        }
    }

    private static void checkIds(RenderOption option, List<String> ids) {
        if (ids.size() > RenderOptions.LIST_MAX) {
            throw refused(option, "must be at most " + RenderOptions.LIST_MAX + ".");
        }
        if (ids.stream().anyMatch(id -> id.isBlank() || id.length() > ID_LENGTH_MAX)) {
            throw refused(option, "must be ids of 1 to " + ID_LENGTH_MAX + " characters.");
        }
    }

    private static Refused refused(RenderOption option, String message) {
        return Refused.invalid(option.field(), message);
    }
}
