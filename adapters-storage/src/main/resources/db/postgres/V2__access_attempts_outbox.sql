ALTER TABLE account ADD COLUMN banned BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE api_key
    ADD COLUMN name TEXT NOT NULL DEFAULT 'first',
    ADD COLUMN state TEXT NOT NULL DEFAULT 'ENABLED' CHECK (state IN ('ENABLED', 'DISABLED', 'DELETED')),
    ADD COLUMN addresses TEXT NOT NULL DEFAULT '[]',
    ADD COLUMN models TEXT NOT NULL DEFAULT '[]',
    ADD COLUMN requests_per_minute INTEGER,
    ADD COLUMN calls_at_once INTEGER,
    ADD COLUMN hour_micros BIGINT CHECK (hour_micros >= 0),
    ADD COLUMN day_micros BIGINT CHECK (day_micros >= 0),
    ADD COLUMN total_micros BIGINT CHECK (total_micros >= 0),
    ADD COLUMN retiring_hash TEXT,
    ADD COLUMN retiring_until_ms BIGINT,
    ADD CHECK ((retiring_hash IS NULL) = (retiring_until_ms IS NULL));

-- What the first version did not know is filled in once; from now on it is always said.
ALTER TABLE api_key
    ALTER COLUMN name DROP DEFAULT,
    ALTER COLUMN state DROP DEFAULT,
    ALTER COLUMN addresses DROP DEFAULT,
    ALTER COLUMN models DROP DEFAULT;

DROP INDEX api_key_account;
CREATE INDEX api_key_account ON api_key (account, created_ms, id);
CREATE INDEX api_key_retiring ON api_key (retiring_hash) WHERE retiring_hash IS NOT NULL;

CREATE TABLE admin (
    name              TEXT PRIMARY KEY,
    password_hash     TEXT NOT NULL,
    password_since_ms BIGINT NOT NULL
);

-- What each key has spent: a counter for each span of time that is limited.
CREATE TABLE spend (
    api_key   TEXT NOT NULL,
    span      TEXT NOT NULL CHECK (span IN ('HOUR', 'DAY', 'TOTAL')),
    starts_ms BIGINT NOT NULL,
    micros    BIGINT NOT NULL CHECK (micros >= 0),
    PRIMARY KEY (api_key, span, starts_ms)
);

CREATE INDEX spend_old ON spend (starts_ms) WHERE span <> 'TOTAL';

-- Each line names the purse that the amount leaves (debit) and the one that it enters (credit).
ALTER TABLE ledger_entry
    DROP CONSTRAINT ledger_entry_kind_check,
    DROP CONSTRAINT ledger_entry_check,
    ADD COLUMN debit TEXT,
    ADD COLUMN credit TEXT;

ALTER TABLE ledger_entry DISABLE TRIGGER USER;
UPDATE ledger_entry SET
    debit = CASE kind WHEN 'GRANT' THEN 'OPERATOR' WHEN 'HOLD' THEN 'AVAILABLE' ELSE 'HELD' END,
    credit = CASE kind WHEN 'HOLD' THEN 'HELD' WHEN 'CAPTURE' THEN 'SPENT' ELSE 'AVAILABLE' END;
ALTER TABLE ledger_entry ENABLE TRIGGER USER;

ALTER TABLE ledger_entry
    ALTER COLUMN debit SET NOT NULL,
    ALTER COLUMN credit SET NOT NULL,
    ADD CHECK ((kind IN ('GRANT', 'WITHDRAW')) = (phase IS NULL)),
    ADD CHECK (debit || '>' || credit = CASE kind
        WHEN 'GRANT' THEN 'OPERATOR>AVAILABLE'
        WHEN 'WITHDRAW' THEN 'AVAILABLE>OPERATOR'
        WHEN 'HOLD' THEN 'AVAILABLE>HELD'
        WHEN 'CAPTURE' THEN 'HELD>SPENT'
        WHEN 'RELEASE' THEN 'HELD>AVAILABLE'
        WHEN 'EXPIRE' THEN 'HELD>AVAILABLE'
        ELSE ''
    END);

ALTER TABLE task
    ADD COLUMN api_key TEXT COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN unknowns INTEGER DEFAULT 0 CHECK (unknowns IS NOT NULL OR status NOT IN ('PENDING', 'PROCESSING')),
    ADD COLUMN failure_may_have_rendered BOOLEAN;

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
    dispatched_ms BIGINT NOT NULL,
    upstream_id   TEXT,
    outcome       TEXT CHECK (outcome IN ('DELIVERED', 'WASTED', 'NOT_RENDERED', 'UNKNOWN')),
    detail        TEXT,
    ended_ms      BIGINT,
    PRIMARY KEY (task, number),
    CHECK ((outcome IS NULL) = (detail IS NULL)),
    CHECK ((outcome IS NULL) = (ended_ms IS NULL))
);

CREATE UNIQUE INDEX attempt_open ON attempt (task) WHERE outcome IS NULL;

-- What became of the first use of a caller's key.
CREATE TABLE idempotency_key (
    account     TEXT NOT NULL,
    route       TEXT NOT NULL,
    key         TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    subject     TEXT NOT NULL,
    answer      TEXT,
    until_ms    BIGINT NOT NULL,
    PRIMARY KEY (account, route, key)
);

CREATE INDEX idempotency_key_outdated ON idempotency_key (until_ms);

CREATE TABLE outbox (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    type     TEXT NOT NULL,
    account  TEXT NOT NULL,
    task     TEXT NOT NULL,
    at_ms    BIGINT NOT NULL
);

CREATE INDEX outbox_account ON outbox (account, position);
CREATE INDEX outbox_old ON outbox (at_ms);
