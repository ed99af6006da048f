package dev.parley.adapters.storage.jdbc;

import dev.parley.ports.store.Usage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Usage, added up by the database from the tasks. */
@OnDatabase
@Singleton
final class JdbcUsage implements Usage {
    private final UsageRows rows;

    JdbcUsage(UsageRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Line> between(@Nullable String account, Instant from, Instant to, int max) {
        return rows.between(account, from.toEpochMilli(), to.toEpochMilli(), max).stream()
                .map(UsageRow::toLine)
                .toList();
    }
}
