-- Whom accounts want told. Secrets are readable: calls are signed with them.
CREATE TABLE endpoint (
    id                TEXT PRIMARY KEY,
    account           TEXT NOT NULL REFERENCES account (id),
    url               TEXT NOT NULL,
    description       TEXT NOT NULL,
    events            TEXT NOT NULL,
    secret            TEXT NOT NULL,
    retiring_secret   TEXT,
    retiring_until_ms BIGINT,
    created_ms        BIGINT NOT NULL,
    failing_since_ms  BIGINT,
    disabled_by       TEXT CHECK (disabled_by IN ('OWNER', 'OPERATOR', 'GONE', 'FAILING')),
    disabled_ms       BIGINT,
    CHECK ((retiring_secret IS NULL) = (retiring_until_ms IS NULL)),
    CHECK ((disabled_by IS NULL) = (disabled_ms IS NULL)),
    CHECK (disabled_by IS NULL OR failing_since_ms IS NULL)
);

CREATE INDEX endpoint_account ON endpoint (account, created_ms, id);

-- What calls to addresses that are named with a task are signed with.
CREATE TABLE callback_secret (
    account           TEXT PRIMARY KEY REFERENCES account (id),
    secret            TEXT NOT NULL,
    retiring_secret   TEXT,
    retiring_until_ms BIGINT,
    CHECK ((retiring_secret IS NULL) = (retiring_until_ms IS NULL))
);

-- One event on its way to one receiver: an endpoint, or whom the task names where there is none. It
-- outlives its endpoint. Its lane is the account and where it goes: what is in one lane waits for one
-- another, and for nobody else.
CREATE TABLE delivery (
    id              TEXT PRIMARY KEY,
    event           TEXT NOT NULL,
    type            TEXT NOT NULL,
    account         TEXT NOT NULL,
    task            TEXT,
    at_ms           BIGINT NOT NULL,
    endpoint        TEXT,
    lane            TEXT NOT NULL,
    attempts        INTEGER NOT NULL CHECK (attempts >= 0),
    stand           TEXT NOT NULL CHECK (stand IN ('WAITING', 'SENDING', 'DELIVERED', 'DEAD')),
    tries           INTEGER CHECK (tries >= 0),
    due_ms          BIGINT,
    leased_until_ms BIGINT,
    reason          TEXT,
    ended_ms        BIGINT,
    CHECK ((stand IN ('WAITING', 'SENDING')) = (tries IS NOT NULL)),
    CHECK ((stand = 'WAITING') = (due_ms IS NOT NULL)),
    CHECK ((stand = 'SENDING') = (leased_until_ms IS NOT NULL)),
    CHECK ((stand = 'DEAD') = (reason IS NOT NULL)),
    CHECK ((stand IN ('DELIVERED', 'DEAD')) = (ended_ms IS NOT NULL))
);

-- Nobody is told of one event under two ids.
CREATE UNIQUE INDEX delivery_receiver ON delivery (event, COALESCE(endpoint, ''));
CREATE INDEX delivery_due ON delivery (lane, due_ms, id) WHERE stand = 'WAITING';
CREATE INDEX delivery_sending ON delivery (lane, leased_until_ms) WHERE stand = 'SENDING';
CREATE INDEX delivery_ended ON delivery (ended_ms) WHERE ended_ms IS NOT NULL;
CREATE INDEX delivery_list ON delivery (account, at_ms, id);
CREATE INDEX delivery_all ON delivery (at_ms, id);
CREATE INDEX delivery_task ON delivery (task) WHERE task IS NOT NULL;

CREATE TABLE delivery_attempt (
    delivery       TEXT NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
    number         INTEGER NOT NULL,
    at_ms          BIGINT NOT NULL,
    took_ms        BIGINT NOT NULL,
    status         INTEGER,
    retry_after_ms BIGINT,
    said           TEXT NOT NULL,
    PRIMARY KEY (delivery, number)
);
