-- Voices that accounts have made, and whose nobody else may know of. The id is the provider's; of a clone that is still to be
-- made it is its task's, and the provider is empty. A deleted one stays for a while: the provider may go on listing it.
CREATE TABLE created_voice (
    provider    TEXT NOT NULL,
    id          TEXT NOT NULL,
    account     TEXT NOT NULL REFERENCES account (id),
    task        TEXT NOT NULL,
    stage       TEXT NOT NULL CHECK (stage IN ('PREVIEW', 'RESERVED', 'DESIGNED', 'CLONED', 'DELETED')),
    name        TEXT NOT NULL,
    description TEXT NOT NULL,
    labels      TEXT NOT NULL,
    at_ms       BIGINT NOT NULL,
    PRIMARY KEY (provider, id)
);

CREATE INDEX created_voice_account ON created_voice (account, at_ms, id);
CREATE INDEX created_voice_age ON created_voice (at_ms) WHERE stage IN ('PREVIEW', 'DELETED');
