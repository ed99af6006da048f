package dev.parley.adapters.proxies.pixazo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.proxies.job.Call;
import dev.parley.adapters.proxies.job.ErrorAnswer;
import dev.parley.adapters.proxies.job.JobApi;
import dev.parley.adapters.proxies.job.JobState;
import dev.parley.adapters.proxies.job.PriceList;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Failure.Misconfigured;
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.domain.render.RenderRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of seeds/002. Its {@code polling_url} is not followed: the documented path below base_url says the same, and our key
 * goes nowhere else.
 */
final class PixazoJobs implements JobApi {

    static final String NAME = "pixazo";

    private final List<PixazoModel> models;
    private final PriceList prices;

    PixazoJobs(List<PixazoModel> models, PriceList prices) {
        this.models = List.copyOf(models);
        this.prices = prices;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map.Entry<String, String> credential(String key) {
        return Map.entry("Ocp-Apim-Subscription-Key", key);
    }

    @Override
    public Call submission(RenderRequest request, Optional<URI> doorbell) {
        var model = models.stream()
                .filter(known -> known.model().name().equals(request.model()))
                .findFirst()
                .orElseThrow();
        Map<String, String> headers = new HashMap<>(Map.of("Cache-Control", "no-cache"));
        doorbell.filter(address -> "https".equals(address.getScheme())).ifPresent(address -> {
            headers.put("X-Webhook-URL", address.toString());
            headers.put("X-Webhook-Mode", "terminal");
        });
        return new Call(model.path(), headers, model.body(request));
    }

    @Override
    public Optional<String> job(JsonNode accepted) {
        return Optional.ofNullable(accepted.path("request_id").textValue());
    }

    @Override
    public Call question(String job) {
        return Call.get("/v2/requests/status/" + job);
    }

    @Override
    public JobState state(JsonNode answer) {
        return switch (answer.path("status").asText()) {
            case "QUEUED", "PROCESSING" -> new JobState.Working();
            case "COMPLETED" -> done(answer);
            case "FAILED" -> new JobState.Failed(new Unavailable(NAME + " failed to render it"), true);
            case "ERROR" -> new JobState.Failed(Unavailable.notRendered(NAME + " had an error of its own"), false);
            default -> new JobState.Unknown();
        };
    }

    @Override
    public Optional<Failure> meaning(ErrorAnswer answer) {
        if (answer.mentions("model not found") || answer.mentions("is disabled")) {
            return Optional.of(new Misconfigured(NAME + " does not have the model, or has disabled it"));
        }
        return answer.mentions("insufficient balance")
                ? Optional.of(new Misconfigured("the balance at " + NAME + " is too low"))
                : Optional.empty();
    }

    @Override
    public @Nullable BigDecimal listPrice(RenderRequest request) {
        return prices.cost(request);
    }

    private static JobState done(JsonNode answer) {
        JsonNode media = answer.path("output").path("media_url");
        String file = (media.isArray() ? media.path(0) : media).asText();
        return file.isEmpty() ? new JobState.Unknown() : new JobState.Done(file, null);
    }
}
