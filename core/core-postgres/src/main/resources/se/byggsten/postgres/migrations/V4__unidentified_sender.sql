-- A service that is open to anybody does not know who sends something in.
ALTER TABLE cases ALTER COLUMN applicant DROP NOT NULL;
