-- SQLite cannot change a check, so a table whose checks grow is built anew and filled from the old one.

ALTER TABLE account ADD COLUMN banned INTEGER NOT NULL DEFAULT 0 CHECK (banned IN (0, 1));

CREATE TABLE api_key_v2 (
    id                  TEXT PRIMARY KEY,
    account             TEXT NOT NULL REFERENCES account (id),
    name                TEXT NOT NULL,
    hash                TEXT NOT NULL UNIQUE,
    hint                TEXT NOT NULL,
    created_ms          INTEGER NOT NULL,
    state               TEXT NOT NULL CHECK (state IN ('ENABLED', 'DISABLED', 'DELETED')),
    addresses           TEXT NOT NULL,
    models              TEXT NOT NULL,
    requests_per_minute INTEGER,
    calls_at_once       INTEGER,
    hour_micros         INTEGER CHECK (hour_micros >= 0),
    day_micros          INTEGER CHECK (day_micros >= 0),
    total_micros        INTEGER CHECK (total_micros >= 0),
    retiring_hash       TEXT,
    retiring_until_ms   INTEGER,
    CHECK ((retiring_hash IS NULL) = (retiring_until_ms IS NULL))
) STRICT;

INSERT INTO api_key_v2 (id, account, name, hash, hint, created_ms, state, addresses, models)
SELECT id, account, 'first', hash, hint, created_ms, 'ENABLED', '[]', '[]' FROM api_key;

DROP TABLE api_key;
ALTER TABLE api_key_v2 RENAME TO api_key;
CREATE INDEX api_key_account ON api_key (account, created_ms, id);
CREATE INDEX api_key_retiring ON api_key (retiring_hash) WHERE retiring_hash IS NOT NULL;

CREATE TABLE admin (
    name              TEXT PRIMARY KEY,
    password_hash     TEXT NOT NULL,
    password_since_ms INTEGER NOT NULL
) STRICT;

-- What each key has spent: a counter for each span of time that is limited.
CREATE TABLE spend (
    api_key   TEXT NOT NULL,
    span      TEXT NOT NULL CHECK (span IN ('HOUR', 'DAY', 'TOTAL')),
    starts_ms INTEGER NOT NULL,
    micros    INTEGER NOT NULL CHECK (micros >= 0),
    PRIMARY KEY (api_key, span, starts_ms)
) STRICT, WITHOUT ROWID;

CREATE INDEX spend_old ON spend (starts_ms) WHERE span <> 'TOTAL';

-- Only ever appended to. Each line names the purse that the amount leaves (debit) and the one that it enters (credit).
-- A hold is made once and settled at most once: each is a phase, and a phase happens once.
CREATE TABLE ledger_entry_v2 (
    position      INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    account       TEXT NOT NULL,
    kind          TEXT NOT NULL,
    debit         TEXT NOT NULL,
    credit        TEXT NOT NULL,
    phase         TEXT CHECK (phase IN ('HOLD', 'SETTLE', 'REST')),
    amount_micros INTEGER NOT NULL CHECK (amount_micros >= 0),
    reference     TEXT NOT NULL,
    at_ms         INTEGER NOT NULL,
    CHECK (debit || '>' || credit = CASE kind
        WHEN 'GRANT' THEN 'OPERATOR>AVAILABLE'
        WHEN 'WITHDRAW' THEN 'AVAILABLE>OPERATOR'
        WHEN 'HOLD' THEN 'AVAILABLE>HELD'
        WHEN 'CAPTURE' THEN 'HELD>SPENT'
        WHEN 'RELEASE' THEN 'HELD>AVAILABLE'
        WHEN 'EXPIRE' THEN 'HELD>AVAILABLE'
        ELSE ''
    END),
    CHECK ((kind IN ('GRANT', 'WITHDRAW')) = (phase IS NULL)),
    UNIQUE (reference, phase)
) STRICT;

INSERT INTO ledger_entry_v2 (position, id, account, kind, debit, credit, phase, amount_micros, reference, at_ms)
SELECT position, id, account, kind,
    CASE kind WHEN 'GRANT' THEN 'OPERATOR' WHEN 'HOLD' THEN 'AVAILABLE' ELSE 'HELD' END,
    CASE kind WHEN 'HOLD' THEN 'HELD' WHEN 'CAPTURE' THEN 'SPENT' ELSE 'AVAILABLE' END,
    phase, amount_micros, reference, at_ms
FROM ledger_entry ORDER BY position;

DROP TABLE ledger_entry;
ALTER TABLE ledger_entry_v2 RENAME TO ledger_entry;
CREATE INDEX ledger_entry_account ON ledger_entry (account, position);

CREATE TRIGGER ledger_entry_is_never_changed BEFORE UPDATE ON ledger_entry
BEGIN
    SELECT RAISE(ABORT, 'ledger entries are never changed');
END;

CREATE TRIGGER ledger_entry_is_never_deleted BEFORE DELETE ON ledger_entry
BEGIN
    SELECT RAISE(ABORT, 'ledger entries are never deleted');
END;

ALTER TABLE task ADD COLUMN api_key TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN unknowns INTEGER DEFAULT 0
    CHECK (unknowns IS NOT NULL OR status NOT IN ('PENDING', 'PROCESSING'));
ALTER TABLE task ADD COLUMN failure_may_have_rendered INTEGER CHECK (failure_may_have_rendered IN (0, 1));

DROP INDEX task_due;
DROP INDEX task_overdue;
CREATE INDEX task_created ON task (created_ms, id);
CREATE INDEX task_pending ON task (account, created_ms, id) WHERE status = 'PENDING';
CREATE INDEX task_overdue ON task (lease_until_ms, id) WHERE status = 'PROCESSING' AND mode = 'LIVE';
CREATE INDEX task_lease ON task (lease_token) WHERE status = 'PROCESSING';

-- Every try at a provider, stored before the provider hears of it. A task has at most one that has not ended.
CREATE TABLE attempt (
    task          TEXT NOT NULL,
    number        INTEGER NOT NULL,
    provider      TEXT NOT NULL,
    dispatched_ms INTEGER NOT NULL,
    upstream_id   TEXT,
    outcome       TEXT CHECK (outcome IN ('DELIVERED', 'WASTED', 'NOT_RENDERED', 'UNKNOWN')),
    detail        TEXT,
    ended_ms      INTEGER,
    PRIMARY KEY (task, number),
    CHECK ((outcome IS NULL) = (detail IS NULL)),
    CHECK ((outcome IS NULL) = (ended_ms IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX attempt_open ON attempt (task) WHERE outcome IS NULL;

-- What became of the first use of a caller's key.
CREATE TABLE idempotency_key (
    account     TEXT NOT NULL,
    route       TEXT NOT NULL,
    key         TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    subject     TEXT NOT NULL,
    answer      TEXT,
    until_ms    INTEGER NOT NULL,
    PRIMARY KEY (account, route, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_key_outdated ON idempotency_key (until_ms);

CREATE TABLE outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id       TEXT NOT NULL UNIQUE,
    type     TEXT NOT NULL,
    account  TEXT NOT NULL,
    task     TEXT NOT NULL,
    at_ms    INTEGER NOT NULL
) STRICT;

CREATE INDEX outbox_account ON outbox (account, position);
CREATE INDEX outbox_old ON outbox (at_ms);
