-- What is never changed and never goes away: every version of a form that has been in use.
CREATE TABLE kept_content (
  number  bigint GENERATED ALWAYS AS IDENTITY,
  kind    text  NOT NULL,
  key     text  NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (kind, key)
);
