-- Sums without anything about who or when.
CREATE TABLE counter (
  series  text   NOT NULL,
  period  text   NOT NULL,
  kind    text   NOT NULL,
  subject text   NOT NULL,
  n       bigint NOT NULL,
  PRIMARY KEY (series, period, kind, subject)
);
