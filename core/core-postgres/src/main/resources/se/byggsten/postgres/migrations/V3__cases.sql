CREATE TABLE cases (
  id                   uuid        PRIMARY KEY,
  submission_key       text        NOT NULL UNIQUE,
  version              bigint      NOT NULL DEFAULT 1,
  e_service            text        NOT NULL,
  form_id              text        NOT NULL,
  form_version         text        NOT NULL,
  form_sha256          text        NOT NULL,
  authority_code       text        NOT NULL,
  authority_name       text        NOT NULL,
  authority_org        text        NOT NULL,
  diary_series         text,
  diary_year           integer,
  diary_sequence       bigint,
  diary_text           text,
  status               text        NOT NULL,
  applicant            text        NOT NULL,
  applicant_name       text        NOT NULL,
  protection           text        NOT NULL,
  language             text        NOT NULL,
  title                text        NOT NULL,
  public_title         text        NOT NULL,
  classification       text        NOT NULL,
  disposal             text,
  retention_basis      text        NOT NULL,
  mark_provision       text,
  mark_date            date,
  mark_authority       text,
  received_at          timestamptz NOT NULL,
  registered_at        timestamptz NOT NULL CHECK (registered_at >= received_at),
  supplement_text      text,
  supplement_due       date,
  decision_outcome     text,
  decision_reasons     text,
  decision_by          text,
  decision_at          timestamptz,
  decision_appeal      text,
  decision_automated   boolean,
  -- The diary gives the numbers; this keeps two cases from ever showing the same one.
  UNIQUE (diary_series, diary_year, diary_sequence)
);
CREATE INDEX cases_applicant ON cases (applicant, received_at DESC);
CREATE INDEX cases_authority ON cases (authority_code, received_at);

CREATE TABLE case_document (
  id             uuid        PRIMARY KEY,
  case_id        uuid        NOT NULL REFERENCES cases,
  position       bigint      GENERATED ALWAYS AS IDENTITY,
  -- True for what came with the submission itself and thus stands in its receipt.
  submitted      boolean     NOT NULL,
  role           text        NOT NULL,
  name           text        NOT NULL,
  media_type     text        NOT NULL,
  size           bigint      NOT NULL,
  sha256         text        NOT NULL,
  added_at       timestamptz NOT NULL,
  mark_provision text,
  mark_date      date,
  mark_authority text,
  content        bytea       NOT NULL,
  CHECK (size = octet_length(content))
);
CREATE INDEX case_document_case ON case_document (case_id, position);

CREATE TABLE case_message (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id    uuid        NOT NULL REFERENCES cases,
  at         timestamptz NOT NULL,
  actor_kind text        NOT NULL,
  actor_id   text        NOT NULL,
  actor_name text        NOT NULL,
  text       text        NOT NULL
);
CREATE INDEX case_message_case ON case_message (case_id, id);

-- What has been done once and is not to be done again for the same key.
CREATE TABLE case_step (
  case_id     uuid NOT NULL REFERENCES cases,
  kind        text NOT NULL,
  key         text NOT NULL,
  document_id uuid REFERENCES case_document,
  PRIMARY KEY (case_id, kind, key)
);

CREATE TABLE journal (
  case_id       uuid        NOT NULL REFERENCES cases,
  sequence      bigint      NOT NULL,
  at            timestamptz NOT NULL,
  kind          text        NOT NULL,
  actor_kind    text        NOT NULL,
  actor_id      text        NOT NULL,
  actor_name    text        NOT NULL,
  detail_keys   text[]      NOT NULL,
  detail_values text[]      NOT NULL,
  previous_hash text        NOT NULL,
  hash          text        NOT NULL,
  PRIMARY KEY (case_id, sequence)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = '2F002';
END
$$;
CREATE TRIGGER journal_only_grows BEFORE UPDATE OR DELETE ON journal
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_is_not_emptied BEFORE TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- A document may one day be disposed of, but never become another.
CREATE TRIGGER document_stays_what_it_is BEFORE UPDATE ON case_document
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
