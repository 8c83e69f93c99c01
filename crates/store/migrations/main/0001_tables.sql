-- PostgreSQL's types; SQLite's are put in their place (engine/dialect.rs). Moments are
-- milliseconds since 1970, flags 0 and 1, identifiers 16 bytes. Every column is in map.toml.
-- CLUSTERED: the rows lie in their primary key, where the engine knows that (engine/dialect.rs).

CREATE TABLE kinds (
  id BIGINT PRIMARY KEY,
  register TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (register, name)
);

-- What governs a record, once per kind and notice version instead of once per record.
CREATE TABLE policies (
  id BIGINT PRIMARY KEY,
  kind BIGINT NOT NULL REFERENCES kinds (id),
  notice_version BIGINT NOT NULL,
  UNIQUE (kind, notice_version)
);

CREATE TABLE persons (
  id BYTEA PRIMARY KEY,
  register TEXT NOT NULL,
  created_ms BIGINT NOT NULL,
  restricted BIGINT NOT NULL
) CLUSTERED;

CREATE TABLE person_keys (
  person BYTEA NOT NULL REFERENCES persons (id),
  class TEXT NOT NULL,
  key_id BYTEA NOT NULL,
  PRIMARY KEY (person, class, key_id)
) CLUSTERED;
CREATE INDEX person_keys_key ON person_keys (key_id);

CREATE TABLE records (
  person BYTEA NOT NULL REFERENCES persons (id),
  id BYTEA NOT NULL,
  kind BIGINT NOT NULL REFERENCES kinds (id),
  policy BIGINT NOT NULL REFERENCES policies (id),
  key_id BYTEA NOT NULL,
  version BIGINT NOT NULL,
  state TEXT NOT NULL,
  thread BYTEA,
  number BIGINT,
  created_ms BIGINT NOT NULL,
  updated_ms BIGINT NOT NULL,
  due_ms BIGINT,
  review_ms BIGINT,
  body BYTEA NOT NULL,
  PRIMARY KEY (person, id)
);
CREATE UNIQUE INDEX records_id ON records (id);
CREATE INDEX records_kind ON records (kind, created_ms, id);
CREATE INDEX records_state ON records (kind, state, created_ms, id);
CREATE INDEX records_number ON records (kind, number) WHERE number IS NOT NULL;
CREATE INDEX records_thread ON records (thread, created_ms, id) WHERE thread IS NOT NULL;
CREATE INDEX records_due ON records (due_ms, id) WHERE due_ms IS NOT NULL;
CREATE INDEX records_endless ON records (review_ms, id) WHERE due_ms IS NULL;

-- Field '' holds the whole record.
CREATE TABLE holds (
  person BYTEA NOT NULL,
  record BYTEA NOT NULL,
  ground TEXT NOT NULL,
  field TEXT NOT NULL,
  until_ms BIGINT,
  created_ms BIGINT NOT NULL,
  PRIMARY KEY (person, record, ground, field),
  FOREIGN KEY (person, record) REFERENCES records (person, id)
);

-- Who looked at whose data: dies with the person, unlike the ledger.
CREATE TABLE accesses (
  person BYTEA NOT NULL REFERENCES persons (id),
  entry BYTEA NOT NULL,
  at_ms BIGINT NOT NULL,
  role TEXT NOT NULL,
  purpose TEXT NOT NULL,
  action TEXT NOT NULL,
  PRIMARY KEY (person, at_ms, entry)
) CLUSTERED;
CREATE INDEX accesses_old ON accesses (at_ms);

CREATE TABLE notices (
  register TEXT NOT NULL,
  version BIGINT NOT NULL,
  hash BYTEA NOT NULL,
  source TEXT NOT NULL,
  published_ms BIGINT NOT NULL,
  seal BYTEA NOT NULL,
  PRIMARY KEY (register, version)
);

-- The payload holds ids only: a queue is a place where personal data are forgotten.
CREATE TABLE jobs (
  id BYTEA PRIMARY KEY,
  name TEXT NOT NULL,
  run_at_ms BIGINT NOT NULL,
  lease_ms BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  failure TEXT,
  payload BYTEA NOT NULL
);
CREATE INDEX jobs_next ON jobs (run_at_ms, id);

CREATE TABLE job_runs (
  id BYTEA PRIMARY KEY,
  name TEXT NOT NULL,
  started_ms BIGINT NOT NULL,
  finished_ms BIGINT,
  counts TEXT
);
CREATE INDEX job_runs_name ON job_runs (name, started_ms, id);

CREATE TABLE proofs (
  promise TEXT NOT NULL,
  at_ms BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (promise, at_ms)
);

CREATE TABLE attestations (
  register TEXT NOT NULL,
  name TEXT NOT NULL,
  at_ms BIGINT NOT NULL,
  by_role TEXT NOT NULL,
  until_ms BIGINT NOT NULL,
  document_hash BYTEA NOT NULL,
  note BYTEA,
  PRIMARY KEY (register, name, at_ms)
);

CREATE TABLE sessions (
  token_digest BYTEA PRIMARY KEY,
  id BYTEA NOT NULL UNIQUE,
  person BYTEA NOT NULL,
  way TEXT NOT NULL,
  seal BYTEA NOT NULL,
  created_ms BIGINT NOT NULL,
  expires_ms BIGINT NOT NULL,
  last_ms BIGINT NOT NULL
);
CREATE INDEX sessions_person ON sessions (person, created_ms);
CREATE INDEX sessions_expiry ON sessions (expires_ms);

-- What an erasure set out to do, until it is done: a crash in between is finished at start-up.
CREATE TABLE erasures (
  id BYTEA PRIMARY KEY,
  plan BYTEA NOT NULL,
  step BIGINT NOT NULL,
  begun_ms BIGINT NOT NULL,
  finished_ms BIGINT
);
CREATE INDEX erasures_open ON erasures (begun_ms, id) WHERE finished_ms IS NULL;

CREATE TABLE counters (
  name TEXT NOT NULL,
  day TEXT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (name, day)
);

CREATE TABLE commands (
  id BYTEA PRIMARY KEY,
  person BYTEA,
  result BYTEA NOT NULL,
  expires_ms BIGINT NOT NULL
) CLUSTERED;
CREATE INDEX commands_person ON commands (person) WHERE person IS NOT NULL;
CREATE INDEX commands_expiry ON commands (expires_ms);

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- Ledger entries that the tree does not have yet. Written with the effect they tell of.
CREATE TABLE outbox (
  id BYTEA NOT NULL,
  place BIGINT NOT NULL,
  entry BYTEA NOT NULL,
  PRIMARY KEY (place, id)
) CLUSTERED;

-- Raised with every change of the lookups; see migrations/index.
CREATE TABLE index_generation (number BIGINT NOT NULL);
INSERT INTO index_generation (number) VALUES (0);
