package dev.parley.adapters.proxies.aivideoapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.proxies.job.Call;
import dev.parley.adapters.proxies.job.Dialogues;
import dev.parley.adapters.proxies.job.ErrorAnswer;
import dev.parley.adapters.proxies.job.JobApi;
import dev.parley.adapters.proxies.job.JobState;
import dev.parley.adapters.proxies.job.Languages;
import dev.parley.adapters.proxies.job.PriceList;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Failure.Misconfigured;
import dev.parley.domain.render.Failure.Rejected;
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Model;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The jobs of seeds/000. */
final class AivideoapiJobs implements JobApi {

    static final String NAME = "aivideoapi";

    static final Model MODEL = new Model(
            "elevenlabs-text-to-dialogue-v3",
            "Multi-speaker dialogue by Eleven v3, through aivideoapi",
            Set.of(Kind.DIALOGUE),
            Set.of("elevenlabs-text-to-dialogue-v3", "eleven_v3", "elevenlabs-v3", "eleven-v3-alpha-954"),
            new DialogueRules(10, 5000, StabilityRule.STEPS),
            Set.of(AudioFormat.MP3_44100_128),
            Languages.OF_V3,
            false);

    private final PriceList prices;

    AivideoapiJobs(PriceList prices) {
        this.prices = prices;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map.Entry<String, String> credential(String key) {
        return Map.entry("Authorization", "Bearer " + key);
    }

    @Override
    public Call submission(RenderRequest request, Optional<URI> doorbell) {
        var dialogue = Dialogues.of(request).dialogue();
        var body = Dialogues.object().put("model", request.model());
        doorbell.ifPresent(address -> body.put("callback_url", address.toString()));
        var input = body.putObject("input");
        Dialogues.putTurns(input, dialogue.turns());
        input.put("stability", StabilityRule.STEPS.nearest(dialogue.settings().stability()));
        input.put("language_code", dialogue.settings().language().code());
        return new Call("/v1/audio/generations", Map.of(), body);
    }

    @Override
    public Optional<String> job(JsonNode accepted) {
        return Optional.ofNullable(accepted.path("data").path("taskId").textValue());
    }

    @Override
    public Call question(String job) {
        return Call.get("/v1/tasks/" + job);
    }

    @Override
    public JobState state(JsonNode answer) {
        return switch (answer.path("status").asText()) {
            case "pending", "processing" -> new JobState.Working();
            case "completed" -> done(answer);
            // Credits that were taken at the submission have been given back.
            case "failed" -> new JobState.Failed(Unavailable.notRendered(NAME + " could not render it"), false);
            default -> new JobState.Unknown();
        };
    }

    @Override
    public Optional<Failure> meaning(ErrorAnswer answer) {
        if (answer.says("invalid_request")) {
            return Optional.of(new Rejected(NAME + " does not take the request"));
        }
        if (answer.says("spend_limit_exceeded")) {
            return Optional.of(new Misconfigured("the key's spend limit at " + NAME + " is reached"));
        }
        if (answer.says("upstream_error")) {
            return Optional.of(Unavailable.notRendered("what " + NAME + " sells is not available"));
        }
        return Optional.empty();
    }

    @Override
    public @Nullable BigDecimal listPrice(RenderRequest request) {
        return prices.cost(request);
    }

    private static JobState done(JsonNode answer) {
        String file = answer.path("output").path("urls").path(0).asText();
        JsonNode credits = answer.path("credits");
        return file.isEmpty()
                ? new JobState.Unknown()
                : new JobState.Done(file, credits.isNumber() ? credits.decimalValue() : null);
    }
}
