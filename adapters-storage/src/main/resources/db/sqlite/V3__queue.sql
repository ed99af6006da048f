-- Leases and timers of tasks, in the form that db-scheduler asks for. It can be made anew from the tasks.
CREATE TABLE scheduled_tasks (
    task_name            VARCHAR(100) NOT NULL,
    task_instance        VARCHAR(100) NOT NULL,
    task_data            BLOB,
    execution_time       TIMESTAMP NOT NULL,
    picked               BIT NOT NULL,
    picked_by            VARCHAR(50),
    last_success         TIMESTAMP,
    last_failure         TIMESTAMP,
    consecutive_failures INT,
    last_heartbeat       TIMESTAMP,
    version              BIGINT NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);

-- Whether the task has, or had, one of its account's places in the queue.
ALTER TABLE task ADD COLUMN queued INTEGER NOT NULL DEFAULT 0 CHECK (queued IN (0, 1));

-- Tasks under way when there was no queue yet: they are handed out again.
UPDATE task SET queued = 1 WHERE mode = 'QUEUED' AND status = 'PROCESSING';

CREATE INDEX task_unqueued ON task (account, created_ms, id) WHERE status = 'PENDING' AND NOT queued;
CREATE INDEX task_queued ON task (account) WHERE queued AND status IN ('PENDING', 'PROCESSING');
