package dev.parley.application.submit;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Candidate;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.catalog.PublicModel;
import dev.parley.application.catalog.VoiceSearch;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.RenderRequest;
import dev.parley.domain.dialogue.RenderRequest.DialogueRequest;
import dev.parley.domain.dialogue.RenderRequest.SpeechRequest;
import dev.parley.domain.dialogue.Speech;
import dev.parley.domain.dialogue.SpeechDraft;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Route;
import dev.parley.domain.task.Routes;
import dev.parley.domain.task.Task;
import dev.parley.domain.webhook.Callback;
import dev.parley.ports.provider.Model;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks an order, chooses who renders it, and prices it. Changes nothing. */
public final class PrepareOrder {

    private static final int CALLBACK_LENGTH_MAX = 2048;

    private final Catalog catalog;
    private final Providers providers;
    private final Understanding understanding;
    private final Preference preference;
    private final Function<URI, Optional<String>> complaints;

    /** @param complaints why a URL is not called, as {@link dev.parley.ports.webhook.WebhookSender#complaint} tells */
    public PrepareOrder(
            Catalog catalog,
            Providers providers,
            Understanding understanding,
            Preference preference,
            Function<URI, Optional<String>> complaints) {
        this.catalog = catalog;
        this.providers = providers;
        this.understanding = understanding;
        this.preference = preference;
        this.complaints = complaints;
    }

    /** @throws Refused naming the first field that breaks a rule */
    public PreparedOrder prepare(Caller caller, Order order) {
        if (order.model() == null || order.model().isEmpty()) {
            throw Refused.invalid("model", "is required.");
        }
        var model = catalog.model(caller, order.model());
        var output = new Task.Output(format(order.format()), callback(order.callback()));
        return new PreparedOrder(Routes.of(routes(caller, order, model, output.format())), output);
    }

    /** A candidate that cannot take the order is passed over; if none can, the first one's words count. */
    private List<Route> routes(Caller caller, Order order, PublicModel model, AudioFormat wanted) {
        List<Route> routes = new ArrayList<>();
        List<Candidate> able = new ArrayList<>();
        Refused first = null;
        for (var candidate : model.candidates()) {
            try {
                routes.add(route(caller, order, candidate, wanted));
                able.add(candidate);
            } catch (Refused e) {
                first = first == null ? e : first;
            }
        }
        if (first != null && routes.isEmpty()) {
            throw first;
        }
        return preference.order(model.choice(), routes, able);
    }

    private Route route(Caller caller, Order order, Candidate candidate, AudioFormat wanted) {
        var provider = providers.named(candidate.provider());
        List<String> warnings = new ArrayList<>();
        var voices = new VoiceSearch(candidate.provider(), provider, order.standIns());
        var asked = request(caller, order, candidate, voices, wanted, warnings);
        warnings.addAll(voices.warnings());
        var request = understanding.only(asked, candidate, warnings);
        var quote = catalog.tariff().quote(candidate.model(), candidate.provider(), provider.billableUnits(request));
        return new Route(candidate.provider(), request, quote, warnings);
    }

    private RenderRequest request(
            Caller caller,
            Order order,
            Candidate model,
            VoiceSearch voices,
            AudioFormat wanted,
            List<String> warnings) {
        var source = SourceFormat.choose(model.serving().formats(), wanted);
        var options = understanding.options(caller, order.options(), model, warnings);
        String name = model.serving().name();
        return switch (order.draft()) {
            case DialogueDraft draft -> {
                var dialogue = model.rules().accept(understanding.snapped(draft, model, warnings), voices);
                yield new DialogueRequest(name, dialogue, options, order.delivery(), source);
            }
            case SpeechDraft draft -> {
                var speech = model.rules().accept(understanding.snapped(draft, model, warnings), voices);
                if (model.serving().kinds().contains(Model.Kind.SPEECH)) {
                    yield new SpeechRequest(name, speech.turn(), speech.settings(), options, order.delivery(), source);
                }
                understanding.tellWhatDialoguesLack(speech.settings(), model, warnings);
                yield new DialogueRequest(name, alone(speech), options, order.delivery(), source);
            }
        };
    }

    /** For models that know dialogues only: one turn. */
    private static Dialogue alone(Speech speech) {
        var settings = speech.settings();
        var stability = settings.stability();
        return new Dialogue(
                List.of(speech.turn()),
                new DialogueSettings(
                        stability == null ? DialogueSettings.DEFAULT.stability() : stability,
                        settings.similarity(),
                        settings.language()));
    }

    private static AudioFormat format(@Nullable String name) {
        if (name == null) {
            return AudioFormat.DEFAULT;
        }
        return AudioFormat.parse(name)
                .orElseThrow(() -> Refused.invalid(
                        "output_format",
                        "must be one of: "
                                + Arrays.stream(AudioFormat.values())
                                        .map(AudioFormat::toString)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private @Nullable Callback callback(@Nullable CallbackDraft draft) {
        if (draft == null) {
            return null;
        }
        var url = url(draft.url());
        complaints.apply(url).ifPresent(complaint -> {
            throw Refused.invalid("callback_url", complaint);
        });
        return new Callback(url, draft.shape(), draft.everyStep());
    }

    private static URI url(String url) {
        try {
            var uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && url.length() <= CALLBACK_LENGTH_MAX) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw Refused.invalid("callback_url", "must be a URL: " + e.getReason() + ".");
        }
        throw Refused.invalid(
                "callback_url",
                "must be an http or https URL of at most " + CALLBACK_LENGTH_MAX
                        + " characters, with a host name in ASCII and without a user name.");
    }
}
