package dev.parley.application.catalog;

import dev.parley.domain.dialogue.DialogueRules.VoiceFinder;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceMatch;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.store.CreatedVoices;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds one request's voices with one provider, and remembers what the caller should be told about them. */
public final class VoiceSearch implements VoiceFinder {

    private static final int NAME_LENGTH_MAX = 100;
    private static final int NEAREST = 3;

    private final String providerName;
    private final VoiceProvider provider;
    private final boolean standIns;
    private final Sight sight;
    private final SequencedSet<String> parts = new LinkedHashSet<>();
    private final SequencedSet<String> warnings = new LinkedHashSet<>();

    /**
     * With the voices that one account may know of.
     *
     * @param standIns whether a name that nobody knows is a part, to be spoken by whoever is free
     */
    public VoiceSearch(
            String providerName, VoiceProvider provider, boolean standIns, CreatedVoices created, String account) {
        this.providerName = providerName;
        this.provider = provider;
        this.standIns = standIns;
        this.sight = new Sight(created, providerName, account);
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public Optional<VoiceRef> find(int turn, @Nullable String name) {
        try {
            return Optional.of(name == null ? alternate(turn) : named(turn, name));
        } catch (ProviderException e) {
            throw Failures.refused(e.failure());
        }
    }

    /** Where nobody is named, two voices take turns. */
    private VoiceRef alternate(int turn) throws ProviderException {
        var voices = inSight();
        return ref(voices.get(turn % Math.min(2, voices.size())));
    }

    private VoiceRef named(int turn, String name) throws ProviderException {
        Optional<VoiceMatch> match = name.length() > NAME_LENGTH_MAX ? Optional.empty() : match(name);
        if (match.isEmpty()) {
            throw Refused.invalid("dialogue[" + turn + "].voice", unknown(name));
        }
        var voice = match.get().voice();
        if (match.get().standIn()) {
            warnings.add("Voice '" + name + "' is not known to the provider " + providerName + ": " + voice.name()
                    + " speaks in its place.");
        }
        return ref(voice);
    }

    /** Clients that can choose among well-known names only are understood by every provider. */
    private Optional<VoiceMatch> match(String name) throws ProviderException {
        var known = known(name);
        if (known.isPresent()) {
            return known;
        }
        var place = standIns ? OptionalInt.of(part(name)) : WellKnownVoice.place(name);
        var voices = inSight();
        return place.isEmpty() || voices.isEmpty()
                ? known
                : Optional.of(new VoiceMatch(voices.get(place.getAsInt() % voices.size()), true));
    }

    /** In the order in which they speak, so that no two share a voice before there are none left. */
    private int part(String name) {
        parts.add(lower(name));
        return List.copyOf(parts).indexOf(lower(name));
    }

    /**
     * The id of a voice that nobody here has made is looked up no further: most requests bring one. A name that the provider
     * gives to somebody else's voice may be that of another one, too.
     */
    private Optional<VoiceMatch> known(String name) throws ProviderException {
        if (!sight.isMade(name)) {
            var listed = provider.findVoice(name);
            if (listed.isPresent() && listed.get().voice().id().equals(name)) {
                return listed;
            }
        }
        var own = sight.own(name);
        if (own.isPresent()) {
            return own.map(VoiceMatch::exact);
        }
        var found = provider.findVoice(name);
        if (found.isEmpty() || sight.sees(found.get().voice())) {
            return found;
        }
        return inSight().stream()
                .filter(voice -> voice.answersTo(name))
                .findFirst()
                .map(VoiceMatch::exact);
    }

    private List<Voice> inSight() throws ProviderException {
        return sight.of(provider.voices());
    }

    private String unknown(String name) throws ProviderException {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            return "must be a voice's name or id of 1 to " + NAME_LENGTH_MAX + " characters.";
        }
        var nearest = inSight().stream()
                .sorted(Comparator.comparingInt(voice -> distance(lower(name), lower(voice.name()))))
                .limit(NEAREST)
                .map(Voice::name)
                .collect(Collectors.joining(", "));
        return "names no voice of the provider " + providerName + ": '" + name + "'. Nearest: " + nearest + ".";
    }

    private VoiceRef ref(Voice voice) {
        return new VoiceRef(providerName, voice.id());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
