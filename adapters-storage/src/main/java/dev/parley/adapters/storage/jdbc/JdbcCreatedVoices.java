package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.voice.CreatedVoice;
import dev.parley.ports.store.CreatedVoices;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Voices that accounts have made, in their table. */
@OnDatabase
@Singleton
final class JdbcCreatedVoices implements CreatedVoices {
    private final CreatedVoiceRows rows;
    private final JdbcTransactions transactions;

    JdbcCreatedVoices(CreatedVoiceRows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public void add(CreatedVoice voice) {
        transactions.change(() -> rows.add(CreatedVoiceRow.of(voice)));
    }

    @Override
    public Reservation reserve(CreatedVoice voice, int max, Instant givenUpBefore) {
        return transactions.run(() -> {
            var _ = rows.lock(voice.account());
            var stored = find(voice.provider(), voice.id());
            if (stored.filter(it -> !it.account().equals(voice.account()) || !it.isFree(givenUpBefore))
                    .isPresent()) {
                return Reservation.TAKEN;
            }
            long others = rows.oldestFirst(voice.account()).stream()
                    .filter(row -> !row.provider().equals(voice.provider())
                            || !row.id().equals(voice.id()))
                    .count();
            if (others >= max) {
                return Reservation.FULL;
            }
            var row = CreatedVoiceRow.of(voice);
            int kept = stored.isEmpty() ? rows.add(row) : rows.change(CreatedVoiceRow.of(stored.get()), row);
            return kept == 1 ? Reservation.RESERVED : Reservation.TAKEN;
        });
    }

    @Override
    public Optional<CreatedVoice> find(String provider, String id) {
        // PostgreSQL breaks off over such a text, which no id can be.
        return id.indexOf('\0') >= 0
                ? Optional.empty()
                : rows.find(provider, id).map(CreatedVoiceRow::toVoice);
    }

    @Override
    public List<CreatedVoice> list(String account) {
        return rows.oldestFirst(account).stream().map(CreatedVoiceRow::toVoice).toList();
    }

    @Override
    public Set<String> hidden(String provider, String account) {
        return Set.copyOf(rows.hidden(provider, account));
    }

    @Override
    public boolean change(CreatedVoice before, CreatedVoice after) {
        return transactions.run(() -> rows.change(CreatedVoiceRow.of(before), CreatedVoiceRow.of(after)) == 1);
    }

    @Override
    public void remove(String provider, String id) {
        transactions.change(() -> rows.remove(provider, id));
    }

    @Override
    public void forgetBefore(Instant limit) {
        transactions.change(() -> rows.forget(limit.toEpochMilli()));
    }
}
