package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

interface CreatedVoiceRows extends GenericRepository<CreatedVoiceRow, String> {

    /** Keeps others from taking the account's slots until the transaction ends. */
    Optional<String> lock(String account);

    @Query("""
        INSERT INTO created_voice (provider, id, account, task, stage, name, description, labels, at_ms)
        VALUES (:provider, :id, :account, :task, :stage, :name, :description, :labels, :atMs)
        ON CONFLICT (provider, id) DO NOTHING
        """)
    int add(
            String provider,
            String id,
            String account,
            String task,
            String stage,
            String name,
            String description,
            String labels,
            long atMs);

    @Query("""
        UPDATE created_voice
        SET stage = :stage, name = :name, description = :description, labels = :labels, at_ms = :atMs
        WHERE provider = :provider AND id = :id AND account = :account AND stage = :stageBefore AND at_ms = :atBeforeMs
        """)
    int change(
            String provider,
            String id,
            String account,
            String stageBefore,
            long atBeforeMs,
            String stage,
            String name,
            String description,
            String labels,
            long atMs);

    @Query("SELECT * FROM created_voice WHERE provider = :provider AND id = :id")
    Optional<CreatedVoiceRow> find(String provider, String id);

    @Query("""
        SELECT * FROM created_voice WHERE account = :account AND stage IN ('RESERVED', 'DESIGNED', 'CLONED')
        ORDER BY at_ms, id
        """)
    List<CreatedVoiceRow> oldestFirst(String account);

    @Query("""
        SELECT id FROM created_voice
        WHERE provider = :provider AND stage <> 'PREVIEW' AND (account <> :account OR stage = 'DELETED')
        """)
    List<String> hidden(String provider, String account);

    @Query("DELETE FROM created_voice WHERE provider = :provider AND id = :id")
    int remove(String provider, String id);

    @Query("DELETE FROM created_voice WHERE stage IN ('PREVIEW', 'DELETED') AND at_ms < :limitMs")
    int forget(long limitMs);

    default int add(CreatedVoiceRow row) {
        return add(
                row.provider(),
                row.id(),
                row.account(),
                row.task(),
                row.stage(),
                row.name(),
                row.description(),
                row.labels(),
                row.atMs());
    }

    default int change(CreatedVoiceRow before, CreatedVoiceRow after) {
        return change(
                before.provider(),
                before.id(),
                before.account(),
                before.stage(),
                before.atMs(),
                after.stage(),
                after.name(),
                after.description(),
                after.labels(),
                after.atMs());
    }

    /** There is one writer. */
    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends CreatedVoiceRows {
        @Override
        @Query("SELECT id FROM account WHERE id = :account")
        Optional<String> lock(String account);
    }

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends CreatedVoiceRows {
        @Override
        @Query("SELECT id FROM account WHERE id = :account FOR UPDATE")
        Optional<String> lock(String account);
    }
}
