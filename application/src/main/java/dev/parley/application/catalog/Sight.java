package dev.parley.application.catalog;

import dev.parley.domain.voice.CreatedVoice;
import dev.parley.domain.voice.CreatedVoice.Stage;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.store.CreatedVoices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of one provider's voices an account may know of: its own, and those that nobody here has made. */
final class Sight {

    private final CreatedVoices created;
    private final String provider;
    private final String account;

    Sight(CreatedVoices created, String provider, String account) {
        this.created = created;
        this.provider = provider;
        this.account = account;
    }

    /** Its own voice of this id, or of this name in any case. */
    Optional<Voice> own(String name) {
        var own = own();
        return own.stream()
                .filter(voice -> voice.id().equals(name))
                .findFirst()
                .or(() -> own.stream().filter(voice -> voice.answersTo(name)).findFirst());
    }

    /** Whether a voice of this id was made here, by whomever. */
    boolean isMade(String id) {
        return created.find(provider, id).isPresent();
    }

    boolean sees(Voice voice) {
        return created.find(provider, voice.id())
                .map(found -> found.account().equals(account) && found.stage().isVoice())
                .orElse(true);
    }

    /** Those that may be known, in the same order; its own, which a provider may not list yet, at the end. */
    List<Voice> of(List<Voice> voices) {
        Set<String> hidden = created.hidden(provider, account);
        Map<String, Voice> own = new HashMap<>();
        own().forEach(voice -> own.put(voice.id(), voice));
        List<Voice> seen = new ArrayList<>();
        for (var voice : voices) {
            if (!hidden.contains(voice.id())) {
                seen.add(merged(voice, own.remove(voice.id())));
            }
        }
        own().stream().filter(voice -> own.containsKey(voice.id())).forEach(seen::add);
        return seen;
    }

    private List<Voice> own() {
        return created.list(account).stream()
                .filter(voice ->
                        voice.provider().equals(provider) && voice.stage().isVoice())
                .map(Sight::voice)
                .toList();
    }

    /** The provider may not have heard yet how it was described anew. */
    private static Voice merged(Voice listed, @Nullable Voice own) {
        return own == null
                ? listed
                : new Voice(
                        own.id(),
                        own.name(),
                        own.aliases(),
                        own.description(),
                        own.category(),
                        own.labels(),
                        listed.preview());
    }

    static Voice voice(CreatedVoice made) {
        var profile = made.profile();
        String category = made.stage() == Stage.CLONED ? "cloned" : "generated";
        return new Voice(made.id(), profile.name(), Set.of(), profile.description(), category, profile.labels(), null);
    }
}
