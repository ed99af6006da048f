package dev.parley.adapters.elevenlabs;

import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The voices, remembered. Only who comes first waits for the upstream; later they are fetched anew beside, and what was known
 * stays known while that fails.
 */
final class VoiceDirectory {

    private static final System.Logger LOG = System.getLogger(VoiceDirectory.class.getName());

    /** A voice may be shared with the account at any moment. */
    private static final Duration NOBODY_TIME = Duration.ofSeconds(30);

    private static final int SINGLE_MAX = 1000;
    private static final String ID = "[A-Za-z0-9]{20}";

    private record Known(List<Voice> voices, Instant until) {}

    private record Single(Optional<Voice> voice, Instant until) {}

    private final VoiceList list;
    private final Settings settings;
    private final InstantSource clock;
    private final ReentrantLock first = new ReentrantLock();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final SequencedMap<String, Single> singles = new LinkedHashMap<>();
    private volatile @Nullable Known known;

    VoiceDirectory(VoiceList list, Settings settings, InstantSource clock) {
        this.list = list;
        this.settings = settings;
        this.clock = clock;
    }

    List<Voice> voices() throws ProviderException {
        Known current = known;
        if (current == null) {
            return fetchFirst();
        }
        if (!clock.instant().isBefore(current.until()) && refreshing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("elevenlabs-voices").start(this::refresh);
        }
        return current.voices();
    }

    /** The operator's alias first; then an id; then a name in any case; then an id that is on no list. */
    Optional<Voice> find(String name) throws ProviderException {
        String target = settings.aliases().get(name.toLowerCase(Locale.ROOT));
        String wanted = target == null ? name : target;
        try {
            Optional<Voice> listed = VoiceList.named(voices(), wanted);
            return listed.isPresent() || !wanted.matches(ID) ? listed : single(wanted);
        } catch (ProviderException e) {
            if (e.failure() instanceof Failure.Misconfigured && wanted.matches(ID)) {
                return Optional.of(new Voice(wanted, wanted, Set.of(), "A voice that the key may not look up"));
            }
            throw e;
        }
    }

    /** A voice that has just been made, and that the next list may lack. */
    void keep(Voice voice) {
        remember(voice.id(), new Single(Optional.of(voice), clock.instant().plus(settings.cacheTime())));
    }

    /** A voice that is no more, and that the next list may still have. */
    void gone(String id) {
        drop(id);
        remember(id, new Single(Optional.empty(), clock.instant().plus(NOBODY_TIME)));
    }

    /** What is known of a voice that has changed. */
    void forget(String id) {
        drop(id);
        synchronized (singles) {
            singles.remove(id);
        }
    }

    private void drop(String id) {
        Known current = known;
        if (current != null) {
            var others = current.voices().stream()
                    .filter(voice -> !voice.id().equals(id))
                    .toList();
            known = new Known(others, current.until());
        }
    }

    private List<Voice> fetchFirst() throws ProviderException {
        first.lock();
        try {
            Known meanwhile = known;
            return meanwhile == null ? fetch() : meanwhile.voices();
        } finally {
            first.unlock();
        }
    }

    private List<Voice> fetch() throws ProviderException {
        List<Voice> voices = list.fetch();
        known = new Known(voices, clock.instant().plus(settings.cacheTime()));
        return voices;
    }

    private void refresh() {
        try {
            fetch();
        } catch (ProviderException e) {
            LOG.log(System.Logger.Level.WARNING, "the voices known so far go on being used: {0}", e.getMessage());
            Known stale = known;
            if (stale != null) { // Asked again soon, but not by every caller.
                known = new Known(stale.voices(), clock.instant().plus(NOBODY_TIME));
            }
        } finally {
            refreshing.set(false);
        }
    }

    private Optional<Voice> single(String id) throws ProviderException {
        Instant now = clock.instant();
        synchronized (singles) {
            Single remembered = singles.get(id);
            if (remembered != null && now.isBefore(remembered.until())) {
                return remembered.voice();
            }
        }
        Optional<Voice> voice = list.fetch(id);
        Duration time = voice.isPresent() ? settings.cacheTime() : NOBODY_TIME;
        remember(id, new Single(voice, now.plus(time)));
        return voice;
    }

    private void remember(String id, Single single) {
        synchronized (singles) {
            singles.put(id, single);
            if (singles.size() > SINGLE_MAX) {
                singles.pollFirstEntry();
            }
        }
    }
}
