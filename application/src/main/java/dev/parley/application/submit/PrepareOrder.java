package dev.parley.application.submit;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Candidate;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.catalog.PublicModel;
import dev.parley.application.catalog.VoiceSearch;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.FileType;
import dev.parley.domain.audio.Media;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.SpeechDraft;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.PriceUnit;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.music.MusicDraft;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.music.PlanDraft;
import dev.parley.domain.recording.RecordingDraft.DubbingDraft;
import dev.parley.domain.recording.RecordingDraft.StemsDraft;
import dev.parley.domain.recording.RecordingDraft.TranscriptionDraft;
import dev.parley.domain.recording.RecordingDraft.VoiceChangeDraft;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.SessionDraft;
import dev.parley.domain.sound.SoundDraft;
import dev.parley.domain.task.Route;
import dev.parley.domain.task.Routes;
import dev.parley.domain.task.Task;
import dev.parley.domain.webhook.Callback;
import dev.parley.ports.provider.VoiceProvider;
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
    private final Requests requests;
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
        this.requests = new Requests(understanding);
        this.preference = preference;
        this.complaints = complaints;
    }

    /** @throws Refused naming the first field that breaks a rule */
    public PreparedOrder prepare(Caller caller, Order order) {
        if (order.model() == null || order.model().isEmpty()) {
            throw Refused.invalid("model", "is required.");
        }
        var model = catalog.model(caller, order.model());
        var wanted = format(order, model);
        var output = new Task.Output(made(order, wanted), callback(order.callback()));
        return new PreparedOrder(Routes.of(routes(caller, order, model, wanted)), output);
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
        var asked = requests.of(caller, order, candidate, voices, wanted, warnings);
        warnings.addAll(voices.warnings());
        var request = understanding.only(asked, candidate, warnings);
        return new Route(candidate.provider(), request, quote(candidate, provider, request), warnings);
    }

    private static Quote quote(Candidate candidate, VoiceProvider provider, RenderRequest request) {
        if (request.kind().isFree()) {
            return new Quote(candidate.model(), 1, Credits.NONE);
        }
        var rate = candidate.rate();
        long units = rate.unit() == PriceUnit.CHARACTER && request instanceof SpokenRequest spoken
                ? provider.billableUnits(spoken)
                : request.units(rate.unit());
        return new Quote(candidate.model(), units, rate.price(units));
    }

    /** What the caller gets: of some work, a file with audio in it or none. */
    private static Media made(Order order, AudioFormat wanted) {
        return switch (order.draft()) {
            case DialogueDraft _, SpeechDraft _, MusicDraft _, SoundDraft _, VoiceChangeDraft _ -> wanted;
            case StemsDraft _ -> FileType.ZIP;
            case DubbingDraft dub -> dub.audio().isFilm() ? FileType.MP4 : wanted;
            case PlanDraft _, TranscriptionDraft _, SessionDraft _ -> FileType.JSON;
        };
    }

    private static AudioFormat format(Order order, PublicModel model) {
        String name = order.format();
        if (name == null) {
            return model.rules() instanceof MusicRules rules ? rules.usualFormat() : AudioFormat.DEFAULT;
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
