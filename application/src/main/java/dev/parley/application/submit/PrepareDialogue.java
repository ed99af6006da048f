package dev.parley.application.submit;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.catalog.PublicModel;
import dev.parley.application.catalog.VoiceSearch;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.RenderRequest.DialogueRequest;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks an order, chooses who renders it, and prices it. Changes nothing. */
public final class PrepareDialogue {

    private static final int CALLBACK_LENGTH_MAX = 2048;

    private final Catalog catalog;
    private final Providers providers;

    public PrepareDialogue(Catalog catalog, Providers providers) {
        this.catalog = catalog;
        this.providers = providers;
    }

    /** @throws dev.parley.domain.refusal.Refused naming the first field that breaks a rule */
    public PreparedDialogue prepare(Caller caller, DialogueOrder order) {
        if (order.model() == null || order.model().isEmpty()) {
            throw Refused.invalid("model", "is required.");
        }
        var model = catalog.model(caller, order.model());
        var output = new Task.Output(format(order.format()), callback(order.callback()));
        var provider = providers.named(model.provider());
        var voices = new VoiceSearch(model.provider(), provider);
        var dialogue = model.rules().accept(order.draft(), voices);
        var source = SourceFormat.choose(model.serving().formats(), output.format());
        var request = new DialogueRequest(model.serving().name(), dialogue, source);
        var quote = catalog.tariff().quote(model.name(), provider.billableUnits(request));
        return new PreparedDialogue(
                model.provider(), request, output, quote, warnings(voices, model, dialogue, output.callback()));
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

    private static @Nullable URI callback(@Nullable String url) {
        if (url == null) {
            return null;
        }
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
                "must be an http or https URL of at most " + CALLBACK_LENGTH_MAX + " characters, without a user name.");
    }

    private static List<String> warnings(
            VoiceSearch voices, PublicModel model, Dialogue dialogue, @Nullable URI callback) {
        List<String> warnings = new ArrayList<>(voices.warnings());
        var language = dialogue.settings().language();
        if (!language.equals(LanguageCode.AUTO) && !model.serving().languages().contains(language)) {
            warnings.add("The provider " + model.provider() + " does not speak '" + language
                    + "': it reads the text as well as it can.");
        }
        if (callback != null) {
            warnings.add("callback_url is kept with the task, but this version of Parley does not call it yet: poll the"
                    + " task.");
        }
        return warnings;
    }
}
