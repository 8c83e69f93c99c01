-- What a person has closed: all of their data or one record (restriction, Art. 18), or one purpose
-- (objection, Art. 21). Record '' is every record, purpose '' every purpose.
CREATE TABLE limits (
  person BYTEA NOT NULL REFERENCES persons (id),
  record BYTEA NOT NULL,
  purpose TEXT NOT NULL,
  why TEXT NOT NULL,
  since_ms BIGINT NOT NULL,
  told_ms BIGINT,
  mark BYTEA,
  PRIMARY KEY (person, record, purpose)
) CLUSTERED;
