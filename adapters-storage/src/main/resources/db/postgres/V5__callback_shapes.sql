-- In which client API's words a task's callback is told, and whether while it is rendered, too.
ALTER TABLE task ADD COLUMN callback_shape TEXT;
ALTER TABLE task ADD COLUMN callback_every_step BOOLEAN;
UPDATE task SET callback_shape = 'native', callback_every_step = FALSE WHERE callback IS NOT NULL;
