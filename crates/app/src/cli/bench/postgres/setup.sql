-- One key per person; records with purposes and a last day; a lookup by keyed digest; an audit.
CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA public;
CREATE TABLE keys (person uuid PRIMARY KEY, key bytea NOT NULL);
CREATE TABLE records (
    id uuid PRIMARY KEY,
    person uuid NOT NULL REFERENCES keys,
    kind smallint NOT NULL,
    state text NOT NULL,
    purposes text[] NOT NULL,
    notice_version integer NOT NULL,
    created timestamptz NOT NULL,
    due timestamptz NOT NULL,
    iv bytea NOT NULL,
    body bytea NOT NULL
);
CREATE INDEX ON records (person);
CREATE INDEX ON records (due);
CREATE INDEX ON records (kind, created);
CREATE TABLE lookups (digest bytea NOT NULL, record uuid NOT NULL, PRIMARY KEY (digest, record));
CREATE INDEX ON lookups (record);
CREATE TABLE audit (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    actor uuid NOT NULL,
    role text NOT NULL,
    action text NOT NULL,
    purpose text NOT NULL,
    person uuid NOT NULL,
    record uuid NOT NULL
);
CREATE INDEX ON audit (person);
CREATE SEQUENCE erasing;
INSERT INTO keys SELECT md5(n::text)::uuid, gen_random_bytes(32) FROM generate_series(1, :size) n;
INSERT INTO records
SELECT md5(n::text)::uuid, person, 1, 'new', '{answer,develop}', 1, now(), now() + '1 month', iv,
    encrypt_iv(convert_to('Palaute ' || lpad(n::text, 210, '0'), 'UTF8'), key, iv, 'aes')
FROM generate_series(1, :size) n
JOIN keys ON person = md5(n::text)::uuid
CROSS JOIN LATERAL (SELECT gen_random_bytes(16) AS iv WHERE n > 0) fresh;
INSERT INTO lookups
SELECT hmac(convert_to('testi' || n, 'UTF8'), 'secret', 'sha256'), md5(n::text)::uuid
FROM generate_series(1, :size) n;
VACUUM ANALYZE keys, records, lookups;
