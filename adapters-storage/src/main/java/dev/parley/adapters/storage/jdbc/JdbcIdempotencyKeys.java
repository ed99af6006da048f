package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.IdempotencyKey;
import dev.parley.ports.store.IdempotencyKeys;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** First uses in their table. Of two that race, one waits for the other's commit, and then finds the key taken. */
@OnDatabase
@Singleton
final class JdbcIdempotencyKeys implements IdempotencyKeys {
    private final IdempotencyKeyRows rows;
    private final JdbcTransactions transactions;

    JdbcIdempotencyKeys(IdempotencyKeyRows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public boolean add(IdempotencyKey key, Used use, Instant now) {
        return transactions.run(() -> rows.use(
                        key.account(),
                        key.route(),
                        key.key(),
                        use.fingerprint(),
                        use.subject(),
                        use.answer(),
                        use.until().toEpochMilli(),
                        now.toEpochMilli())
                == 1);
    }

    @Override
    public Optional<Used> find(IdempotencyKey key, Instant now) {
        return rows.find(key.account(), key.route(), key.key(), now.toEpochMilli())
                .map(IdempotencyKeyRow::toUsed);
    }

    @Override
    public int forgetBefore(Instant now) {
        return transactions.run(() -> rows.forget(now.toEpochMilli()));
    }
}
