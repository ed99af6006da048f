-- What an upstream said of an attempt, in its own unit: never mixed with credits.
ALTER TABLE attempt ADD COLUMN bill_request_id TEXT;
ALTER TABLE attempt ADD COLUMN bill_credential TEXT;
ALTER TABLE attempt ADD COLUMN bill_cost TEXT;
