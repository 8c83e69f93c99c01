-- Keyed digests of values by which people are found. A file (or schema) of its own: never in a
-- backup, rebuilt from the records.
CREATE TABLE lookups (
  field TEXT NOT NULL,
  digest BYTEA NOT NULL,
  person BYTEA NOT NULL,
  record BYTEA NOT NULL,
  PRIMARY KEY (field, digest, person, record)
) CLUSTERED;
CREATE INDEX lookups_person ON lookups (person, record);

-- Equal to index_generation of the data unless a crash fell between the two commits.
CREATE TABLE index_state (number BIGINT NOT NULL);
INSERT INTO index_state (number) VALUES (0);
