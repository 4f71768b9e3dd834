-- The last number given in each series. Adding one holds the row until the commit, so a rollback
-- gives the number back and no two registrations get the same.
CREATE TABLE series (
  authority_code text    NOT NULL,
  year           integer NOT NULL,
  last           bigint  NOT NULL CHECK (last > 0),
  PRIMARY KEY (authority_code, year)
);

CREATE TABLE entry (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  authority_code  text        NOT NULL,
  year            integer     NOT NULL,
  sequence        bigint      NOT NULL CHECK (sequence > 0),
  number          text        NOT NULL,
  document_number integer     NOT NULL CHECK (document_number > 0),
  document_text   text        NOT NULL,
  case_id         uuid        NOT NULL,
  entry_date      date        NOT NULL,
  registered_at   timestamptz NOT NULL,
  direction       text        NOT NULL,
  counterparty    text        NOT NULL,
  subject         text        NOT NULL,
  public_subject  text        NOT NULL,
  -- True when the person has a protected identity.
  protected       boolean     NOT NULL,
  mark_provision  text,
  mark_date       date,
  mark_authority  text,
  document_ids    uuid[]      NOT NULL,
  UNIQUE (authority_code, year, sequence, document_number),
  -- What the public can search: the numbers, the public subject, and the sender where there is
  -- nothing to hide. The internal subject is never in it. Lower case by ICU, since the parser's
  -- own depends on the locale that the cluster was made with, and C does not know Å.
  public_search   tsvector    NOT NULL GENERATED ALWAYS AS (
    to_tsvector('simple', lower((number || ' ' || document_text) COLLATE "sv-SE-x-icu"))
    || to_tsvector('swedish', lower(public_subject COLLATE "sv-SE-x-icu"))
    || to_tsvector('simple', lower(public_subject COLLATE "sv-SE-x-icu"))
    || CASE WHEN protected OR mark_provision IS NOT NULL THEN ''::tsvector
            ELSE to_tsvector('simple', lower(counterparty COLLATE "sv-SE-x-icu")) END) STORED
);
CREATE INDEX entry_case ON entry (case_id);
CREATE INDEX entry_public_search ON entry USING gin (public_search);
CREATE INDEX entry_date ON entry (authority_code, entry_date);

-- What happens to a number afterwards: nothing is ever taken away from the diary.
CREATE TABLE event (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  authority_code text        NOT NULL,
  year           integer     NOT NULL,
  sequence       bigint      NOT NULL,
  kind           text        NOT NULL CHECK (kind IN ('ANNULLED', 'WITHHELD', 'RELEASED')),
  reason         text        NOT NULL,
  at             timestamptz NOT NULL,
  actor_kind     text        NOT NULL,
  actor_id       text        NOT NULL,
  actor_name     text        NOT NULL
);
CREATE INDEX event_number ON event (authority_code, year, sequence, id);
CREATE UNIQUE INDEX event_annulled_once ON event (authority_code, year, sequence)
  WHERE kind = 'ANNULLED';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = '2F002';
END
$$;
CREATE TRIGGER entry_only_grows BEFORE UPDATE OR DELETE ON entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_is_not_emptied BEFORE TRUNCATE ON entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_only_grows BEFORE UPDATE OR DELETE ON event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_is_not_emptied BEFORE TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The entries with what has happened to their numbers.
CREATE VIEW register AS
  SELECT e.*, a.reason AS annulled_reason, a.at AS annulled_at,
         coalesce(w.kind = 'WITHHELD', false) AS withheld
  FROM entry e
  LEFT JOIN event a ON a.kind = 'ANNULLED' AND a.authority_code = e.authority_code
    AND a.year = e.year AND a.sequence = e.sequence
  LEFT JOIN LATERAL (
    SELECT kind FROM event x
    WHERE x.authority_code = e.authority_code AND x.year = e.year AND x.sequence = e.sequence
      AND x.kind IN ('WITHHELD', 'RELEASED')
    ORDER BY x.id DESC LIMIT 1) w ON true;
