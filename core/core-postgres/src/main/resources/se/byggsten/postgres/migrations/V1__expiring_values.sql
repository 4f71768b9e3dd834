-- Values that go away by themselves: drafts, sessions, login requests, replay marks.
CREATE TABLE expiring_value (
  namespace  text        NOT NULL,
  key        text        NOT NULL,
  value      bytea       NOT NULL,
  version    bigint      NOT NULL CHECK (version > 0),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (namespace, key)
);
CREATE INDEX expiring_value_expires_at ON expiring_value (expires_at);
