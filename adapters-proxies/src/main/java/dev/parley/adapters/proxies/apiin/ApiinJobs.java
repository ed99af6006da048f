package dev.parley.adapters.proxies.apiin;

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
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Model;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The jobs of seeds/001. It shows no answer, so whatever is usual is understood. */
final class ApiinJobs implements JobApi {

    static final String NAME = "apiin";

    static final Model MODEL = new Model(
            "elevenlabs-v3",
            "Multi-voice dialogue by Eleven v3, through API in One",
            Set.of(Kind.DIALOGUE),
            Set.of("elevenlabs-v3", "elevenlabs-text-to-dialogue-v3", "eleven_v3", "eleven-v3-alpha-954"),
            new DialogueRules(10, 5000, StabilityRule.RANGE),
            Set.of(AudioFormat.MP3_44100_128),
            Languages.OF_V3,
            false);

    private final PriceList prices;

    ApiinJobs(PriceList prices) {
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
        Dialogues.putTurns(body, dialogue.turns());
        body.put("stability", dialogue.settings().stability());
        body.put("language_code", dialogue.settings().language().code());
        doorbell.ifPresent(address -> body.put("callback_url", address.toString()));
        return new Call("/api/v1/audio/speech", Map.of(), body);
    }

    @Override
    public Optional<String> job(JsonNode accepted) {
        JsonNode inner = inner(accepted);
        return inner.path("task_id").isTextual()
                ? Optional.of(inner.path("task_id").asText())
                : Optional.ofNullable(accepted.path("task_id").textValue());
    }

    @Override
    public Call question(String job) {
        return Call.get("/api/v1/tasks/" + job);
    }

    @Override
    public JobState state(JsonNode answer) {
        JsonNode task = inner(answer);
        return switch (task.path("status").asText().toLowerCase(Locale.ROOT)) {
            case "pending", "queued", "submitted", "processing", "running", "in_progress" -> new JobState.Working();
            case "completed", "succeeded", "success", "finished" -> done(task);
            // Its pages say that successful requests are billed.
            case "failed", "failure", "error" ->
                new JobState.Failed(Unavailable.notRendered(NAME + " could not render it"), false);
            default -> new JobState.Unknown();
        };
    }

    @Override
    public Optional<Failure> meaning(ErrorAnswer answer) {
        return answer.says("insufficient_credits", "insufficient_balance") || answer.mentions("insufficient")
                ? Optional.of(new Misconfigured("the credits at " + NAME + " are used up"))
                : Optional.empty();
    }

    @Override
    public @Nullable BigDecimal listPrice(RenderRequest request) {
        return prices.cost(request);
    }

    private static JobState done(JsonNode task) {
        BigDecimal credits =
                task.path("credits").isNumber() ? task.path("credits").decimalValue() : null;
        return AudioAddress.in(task)
                .<JobState>map(file -> new JobState.Done(file, credits))
                .orElseGet(JobState.Unknown::new);
    }

    /** Answers come in an envelope, or bare. */
    private static JsonNode inner(JsonNode answer) {
        return answer.path("data").isObject() ? answer.path("data") : answer;
    }
}
