-- Where several providers can render a task: the first is in the task's own columns, the others beside it, with the place of
-- the one that is asked now. The task's quote is the dearest of them; the first one's own price is kept where that differs.
ALTER TABLE task ADD COLUMN route_place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN first_units INTEGER;
ALTER TABLE task ADD COLUMN first_micros INTEGER;
ALTER TABLE task ADD COLUMN other_routes TEXT NOT NULL DEFAULT '[]';
