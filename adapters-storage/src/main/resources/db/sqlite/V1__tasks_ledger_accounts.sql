-- Times are milliseconds since 1970, amounts are micro-credits. STRICT: a sum beyond 64 bits is an error, never a float.

CREATE TABLE account (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE api_key (
    id         TEXT PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES account (id),
    hash       TEXT NOT NULL UNIQUE,
    hint       TEXT NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX api_key_account ON api_key (account);

-- A cache of the ledger's sums, moved in the same transaction as the entries.
CREATE TABLE balance (
    account          TEXT PRIMARY KEY,
    available_micros INTEGER NOT NULL CHECK (available_micros >= 0),
    held_micros      INTEGER NOT NULL CHECK (held_micros >= 0),
    spent_micros     INTEGER NOT NULL CHECK (spent_micros >= 0)
) STRICT;

-- Only ever appended to. A hold is made once and settled at most once: each is a phase, and a phase happens once.
CREATE TABLE ledger_entry (
    position      INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    account       TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('GRANT', 'HOLD', 'CAPTURE', 'RELEASE')),
    phase         TEXT CHECK (phase IN ('HOLD', 'SETTLE', 'REST')),
    amount_micros INTEGER NOT NULL CHECK (amount_micros >= 0),
    reference     TEXT NOT NULL,
    at_ms         INTEGER NOT NULL,
    CHECK ((kind = 'GRANT') = (phase IS NULL)),
    UNIQUE (reference, phase)
) STRICT;

CREATE INDEX ledger_entry_account ON ledger_entry (account, position);

CREATE TRIGGER ledger_entry_is_never_changed BEFORE UPDATE ON ledger_entry
BEGIN
    SELECT RAISE(ABORT, 'ledger entries are never changed');
END;

CREATE TRIGGER ledger_entry_is_never_deleted BEFORE DELETE ON ledger_entry
BEGIN
    SELECT RAISE(ABORT, 'ledger entries are never deleted');
END;

CREATE TABLE task (
    id                     TEXT PRIMARY KEY,
    account                TEXT NOT NULL,
    mode                   TEXT NOT NULL CHECK (mode IN ('QUEUED', 'LIVE')),
    provider               TEXT NOT NULL,
    request                TEXT NOT NULL,
    output_format          TEXT NOT NULL,
    callback               TEXT,
    quote_model            TEXT NOT NULL,
    quote_units            INTEGER NOT NULL,
    quote_micros           INTEGER NOT NULL CHECK (quote_micros >= 0),
    warnings               TEXT NOT NULL,
    created_ms             INTEGER NOT NULL,
    revision               INTEGER NOT NULL,
    status                 TEXT NOT NULL,
    attempts               INTEGER,
    not_before_ms          INTEGER,
    lease_token            TEXT,
    lease_until_ms         INTEGER,
    audio_id               TEXT,
    audio_format           TEXT,
    audio_bytes            INTEGER,
    audio_sha256           TEXT,
    cost_micros            INTEGER CHECK (cost_micros >= 0),
    failure_kind           TEXT,
    failure_message        TEXT,
    failure_retry_after_ms INTEGER,
    ended_ms               INTEGER,
    CHECK (CASE status
        WHEN 'PENDING' THEN attempts IS NOT NULL AND not_before_ms IS NOT NULL
        WHEN 'PROCESSING' THEN attempts IS NOT NULL AND lease_token IS NOT NULL
            AND lease_until_ms IS NOT NULL
        WHEN 'COMPLETED' THEN audio_id IS NOT NULL AND audio_format IS NOT NULL
            AND audio_bytes IS NOT NULL AND audio_sha256 IS NOT NULL AND cost_micros IS NOT NULL
            AND ended_ms IS NOT NULL
        WHEN 'FAILED' THEN failure_kind IS NOT NULL AND failure_message IS NOT NULL
            AND ended_ms IS NOT NULL
        WHEN 'CANCELLED' THEN cost_micros IS NOT NULL AND ended_ms IS NOT NULL
        ELSE FALSE
    END)
) STRICT;

CREATE INDEX task_list ON task (account, created_ms, id);
CREATE INDEX task_due ON task (not_before_ms, id) WHERE status = 'PENDING';
CREATE INDEX task_overdue ON task (lease_until_ms, id) WHERE status = 'PROCESSING';
