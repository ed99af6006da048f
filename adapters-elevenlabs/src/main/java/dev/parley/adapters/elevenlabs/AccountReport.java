package dev.parley.adapters.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.domain.render.Kind;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells the operator once, in the log, what each account lacks: models that are offered here, and how much quota is left. */
final class AccountReport {

    private static final System.Logger LOG = System.getLogger(AccountReport.class.getName());

    private final Lookup lookup;
    private final List<UpstreamKey> keys;
    private final List<Model> offered;
    private final AtomicBoolean given = new AtomicBoolean();

    AccountReport(Lookup lookup, List<UpstreamKey> keys, List<Model> offered) {
        this.lookup = lookup;
        this.keys = keys;
        this.offered = offered;
    }

    /** Beside the caller, who does not wait for it. Later calls do nothing. */
    void giveOnce() {
        if (given.compareAndSet(false, true)) {
            Thread.ofVirtual().name("elevenlabs-account").start(() -> keys.forEach(this::give));
        }
    }

    private void give(UpstreamKey key) {
        try {
            JsonNode models = lookup.find(key, "/v1/models");
            JsonNode subscription = lookup.find(key, "/v1/user/subscription");
            if (models != null) {
                warnOfMissing(key, models);
            }
            if (subscription != null) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "ElevenLabs key {0}: {1} of {2} characters used, plan {3}",
                        key.name(),
                        subscription.path("character_count").asLong(),
                        subscription.path("character_limit").asLong(),
                        subscription.path("tier").asText("unknown"));
            }
        } catch (ProviderException e) { // A key may be allowed to speak and nothing else.
            LOG.log(
                    System.Logger.Level.INFO,
                    "ElevenLabs key {0}: the account cannot be looked at: {1}",
                    key.name(),
                    e.getMessage());
        }
    }

    private void warnOfMissing(UpstreamKey key, JsonNode models) {
        Set<String> there = new HashSet<>();
        models.forEach(model -> there.add(model.path("model_id").asText()));
        List<String> missing = offered.stream()
                .filter(model -> model.kinds().contains(Kind.VOICE_CHANGE)
                        || model.kinds().stream().allMatch(Kind::isSpoken)) // It lists no others.
                .map(Model::name)
                .filter(name -> !there.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "ElevenLabs key {0}: the account does not have {1}; requests for them will fail",
                    key.name(),
                    String.join(", ", missing));
        }
    }
}
