-- What is to be done after the commit. The rows of a case are handled in the order of their ids.
CREATE TABLE outbox (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id         uuid        NOT NULL,
  topic           text        NOT NULL,
  idempotency_key text        NOT NULL UNIQUE,
  payload_keys    text[]      NOT NULL,
  payload_values  text[]      NOT NULL,
  created_at      timestamptz NOT NULL,
  attempts        integer     NOT NULL DEFAULT 0,
  -- A code, never a message: messages can hold personal data.
  last_error      text,
  last_tried_at   timestamptz,
  done_at         timestamptz,
  CHECK (cardinality(payload_keys) = cardinality(payload_values))
);
CREATE INDEX outbox_waiting ON outbox (case_id, id) WHERE done_at IS NULL;

-- db-scheduler's table: one row for each case that has something waiting, one for each timed job.
CREATE TABLE scheduled_tasks (
  task_name            text        NOT NULL,
  task_instance        text        NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean     NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
