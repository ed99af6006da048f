-- Times are milliseconds since 1970, amounts are micro-credits. Text sorts by its bytes, as SQLite and Java sort it.

CREATE TABLE account (
    id         TEXT COLLATE "C" PRIMARY KEY,
    name       TEXT NOT NULL,
    created_ms BIGINT NOT NULL
);

CREATE TABLE api_key (
    id         TEXT COLLATE "C" PRIMARY KEY,
    account    TEXT COLLATE "C" NOT NULL REFERENCES account (id),
    hash       TEXT NOT NULL UNIQUE,
    hint       TEXT NOT NULL,
    created_ms BIGINT NOT NULL
);

CREATE INDEX api_key_account ON api_key (account);

-- A cache of the ledger's sums, moved in the same transaction as the entries.
CREATE TABLE balance (
    account          TEXT COLLATE "C" PRIMARY KEY,
    available_micros BIGINT NOT NULL CHECK (available_micros >= 0),
    held_micros      BIGINT NOT NULL CHECK (held_micros >= 0),
    spent_micros     BIGINT NOT NULL CHECK (spent_micros >= 0)
);

-- Only ever appended to. A hold is made once and settled at most once: each is a phase, and a phase happens once.
CREATE TABLE ledger_entry (
    position      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    account       TEXT COLLATE "C" NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('GRANT', 'HOLD', 'CAPTURE', 'RELEASE')),
    phase         TEXT CHECK (phase IN ('HOLD', 'SETTLE', 'REST')),
    amount_micros BIGINT NOT NULL CHECK (amount_micros >= 0),
    reference     TEXT COLLATE "C" NOT NULL,
    at_ms         BIGINT NOT NULL,
    CHECK ((kind = 'GRANT') = (phase IS NULL)),
    UNIQUE (reference, phase)
);

CREATE INDEX ledger_entry_account ON ledger_entry (account, position);

CREATE FUNCTION refuse_to_change_the_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ledger entries are never %', CASE TG_OP WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END;
END
$$;

CREATE TRIGGER ledger_entry_is_never_changed BEFORE UPDATE ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_ledger();

CREATE TRIGGER ledger_entry_is_never_deleted BEFORE DELETE ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_ledger();

CREATE TRIGGER ledger_entry_is_never_emptied BEFORE TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_ledger();

CREATE TABLE task (
    id                     TEXT COLLATE "C" PRIMARY KEY,
    account                TEXT COLLATE "C" NOT NULL,
    mode                   TEXT NOT NULL CHECK (mode IN ('QUEUED', 'LIVE')),
    provider               TEXT NOT NULL,
    request                TEXT NOT NULL,
    output_format          TEXT NOT NULL,
    callback               TEXT,
    quote_model            TEXT COLLATE "C" NOT NULL,
    quote_units            BIGINT NOT NULL,
    quote_micros           BIGINT NOT NULL CHECK (quote_micros >= 0),
    warnings               TEXT NOT NULL,
    created_ms             BIGINT NOT NULL,
    revision               INTEGER NOT NULL,
    status                 TEXT NOT NULL,
    attempts               INTEGER,
    not_before_ms          BIGINT,
    lease_token            TEXT,
    lease_until_ms         BIGINT,
    audio_id               TEXT,
    audio_format           TEXT,
    audio_bytes            BIGINT,
    audio_sha256           TEXT,
    cost_micros            BIGINT CHECK (cost_micros >= 0),
    failure_kind           TEXT,
    failure_message        TEXT,
    failure_retry_after_ms BIGINT,
    ended_ms               BIGINT,
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
);

CREATE INDEX task_list ON task (account, created_ms, id);
CREATE INDEX task_due ON task (not_before_ms, id) WHERE status = 'PENDING';
CREATE INDEX task_overdue ON task (lease_until_ms, id) WHERE status = 'PROCESSING';
