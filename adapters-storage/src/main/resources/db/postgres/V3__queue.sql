-- Leases and timers of tasks, in the form that db-scheduler asks for. It can be made anew from the tasks.
CREATE TABLE scheduled_tasks (
    task_name            TEXT NOT NULL,
    task_instance        TEXT NOT NULL,
    task_data            BYTEA,
    execution_time       TIMESTAMP WITH TIME ZONE NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMP WITH TIME ZONE,
    last_failure         TIMESTAMP WITH TIME ZONE,
    consecutive_failures INT,
    last_heartbeat       TIMESTAMP WITH TIME ZONE,
    version              BIGINT NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);

-- Whether the task has, or had, one of its account's places in the queue.
ALTER TABLE task ADD COLUMN queued BOOLEAN NOT NULL DEFAULT FALSE;

-- Tasks under way when there was no queue yet: they are handed out again.
UPDATE task SET queued = TRUE WHERE mode = 'QUEUED' AND status = 'PROCESSING';

CREATE INDEX task_unqueued ON task (account, created_ms, id) WHERE status = 'PENDING' AND NOT queued;
CREATE INDEX task_queued ON task (account) WHERE queued AND status IN ('PENDING', 'PROCESSING');
