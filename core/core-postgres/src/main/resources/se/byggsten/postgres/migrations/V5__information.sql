-- What the definitions say of each kind of information in a case; no answers.
CREATE TABLE case_information (
  case_id        uuid    NOT NULL REFERENCES cases,
  -- The hash that the journal names: that of all rows that came together, in their order.
  sha256         text    NOT NULL,
  position       integer NOT NULL,
  added          bigint  GENERATED ALWAYS AS IDENTITY,
  field          text    NOT NULL,
  label          text    NOT NULL,
  purpose        text    NOT NULL,
  legal_basis    text    NOT NULL,
  personal_data  text    NOT NULL,
  secrecy        text    NOT NULL,
  retention      text    NOT NULL,
  dispose_after  text,
  classification text    NOT NULL,
  PRIMARY KEY (case_id, sha256, position),
  CHECK ((retention = 'DISPOSE') = (dispose_after IS NOT NULL))
);
CREATE TRIGGER information_stays_what_it_is BEFORE UPDATE ON case_information
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
