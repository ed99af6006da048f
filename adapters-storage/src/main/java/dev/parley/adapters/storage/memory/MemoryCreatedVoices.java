package dev.parley.adapters.storage.memory;

import dev.parley.domain.voice.CreatedVoice;
import dev.parley.domain.voice.CreatedVoice.Stage;
import dev.parley.ports.store.CreatedVoices;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Voices by provider and id. */
final class MemoryCreatedVoices implements CreatedVoices {
    private static final Comparator<CreatedVoice> OLDEST_FIRST =
            Comparator.comparing(CreatedVoice::at).thenComparing(CreatedVoice::id);

    private record Name(String provider, String id) {}

    private final Map<Name, CreatedVoice> voices = new HashMap<>();
    private final MemoryTransactions transactions;

    MemoryCreatedVoices(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(CreatedVoice voice) {
        transactions.change(() -> {
            if (!voices.containsKey(name(voice))) {
                transactions.put(voices, name(voice), voice);
            }
        });
    }

    @Override
    public Reservation reserve(CreatedVoice voice, int max, Instant givenUpBefore) {
        return transactions.run(() -> {
            var stored = voices.get(name(voice));
            if (stored != null && !(stored.account().equals(voice.account()) && stored.isFree(givenUpBefore))) {
                return Reservation.TAKEN;
            }
            long others = list(voice.account()).stream()
                    .filter(other -> !name(other).equals(name(voice)))
                    .count();
            if (others >= max) {
                return Reservation.FULL;
            }
            transactions.put(voices, name(voice), stored == null ? voice : moved(stored, voice));
            return Reservation.RESERVED;
        });
    }

    @Override
    public Optional<CreatedVoice> find(String provider, String id) {
        return transactions.run(() -> Optional.ofNullable(voices.get(new Name(provider, id))));
    }

    @Override
    public List<CreatedVoice> list(String account) {
        return transactions.run(() -> voices.values().stream()
                .filter(voice ->
                        voice.account().equals(account) && voice.stage().takesSlot())
                .sorted(OLDEST_FIRST)
                .toList());
    }

    @Override
    public Set<String> hidden(String provider, String account) {
        return transactions.run(() -> voices.values().stream()
                .filter(voice -> voice.provider().equals(provider) && voice.stage() != Stage.PREVIEW)
                .filter(voice -> !voice.account().equals(account) || voice.stage() == Stage.DELETED)
                .map(CreatedVoice::id)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public boolean change(CreatedVoice before, CreatedVoice after) {
        return transactions.run(() -> {
            var stored = voices.get(name(before));
            if (stored == null
                    || !stored.account().equals(before.account())
                    || stored.stage() != before.stage()
                    || !stored.at().equals(before.at())) {
                return false;
            }
            transactions.put(voices, name(before), moved(stored, after));
            return true;
        });
    }

    @Override
    public void remove(String provider, String id) {
        transactions.change(() -> transactions.remove(voices, new Name(provider, id)));
    }

    @Override
    public void forgetBefore(Instant limit) {
        transactions.change(() -> voices.values().stream()
                .filter(voice -> voice.stage() == Stage.PREVIEW || voice.stage() == Stage.DELETED)
                .filter(voice -> voice.at().isBefore(limit))
                .toList()
                .forEach(voice -> transactions.remove(voices, name(voice))));
    }

    private static CreatedVoice moved(CreatedVoice stored, CreatedVoice after) {
        return new CreatedVoice(
                stored.provider(),
                stored.id(),
                stored.account(),
                stored.task(),
                after.stage(),
                after.profile(),
                after.at());
    }

    private static Name name(CreatedVoice voice) {
        return new Name(voice.provider(), voice.id());
    }
}
