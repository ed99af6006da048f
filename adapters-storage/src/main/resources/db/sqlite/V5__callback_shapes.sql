-- In which client API's words a task's callback is told, and whether while it is rendered, too.
ALTER TABLE task ADD COLUMN callback_shape TEXT;
ALTER TABLE task ADD COLUMN callback_every_step INTEGER CHECK (callback_every_step IN (0, 1));
UPDATE task SET callback_shape = 'native', callback_every_step = 0 WHERE callback IS NOT NULL;
