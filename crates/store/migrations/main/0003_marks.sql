-- A keyed digest of the row beside every row by which something is decided (src/mark.rs). Rows
-- from before get theirs in the transaction of this step.
ALTER TABLE kinds ADD COLUMN mark BYTEA;
ALTER TABLE policies ADD COLUMN mark BYTEA;
ALTER TABLE persons ADD COLUMN mark BYTEA;
ALTER TABLE person_keys ADD COLUMN mark BYTEA;
ALTER TABLE records ADD COLUMN mark BYTEA;
ALTER TABLE accesses ADD COLUMN mark BYTEA;
ALTER TABLE holds ADD COLUMN mark BYTEA;
ALTER TABLE jobs ADD COLUMN mark BYTEA;
ALTER TABLE job_runs ADD COLUMN mark BYTEA;
ALTER TABLE proofs ADD COLUMN mark BYTEA;
ALTER TABLE attestations ADD COLUMN mark BYTEA;
ALTER TABLE erasures ADD COLUMN mark BYTEA;
ALTER TABLE commands ADD COLUMN mark BYTEA;
ALTER TABLE meta ADD COLUMN mark BYTEA;
ALTER TABLE outbox ADD COLUMN mark BYTEA;

-- These had a seal of their own. Who is signed in signs in again.
ALTER TABLE notices DROP COLUMN seal;
ALTER TABLE notices ADD COLUMN mark BYTEA;
DELETE FROM sessions;
ALTER TABLE sessions DROP COLUMN seal;
ALTER TABLE sessions ADD COLUMN mark BYTEA;
