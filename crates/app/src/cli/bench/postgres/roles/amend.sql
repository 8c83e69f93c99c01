-- A record's content, sealed anew.
\set n random_zipfian(1, :size, 1.001)
\set m random(1, 1000000000)
WITH fresh AS (
    SELECT person, key, iv FROM keys CROSS JOIN LATERAL (SELECT gen_random_bytes(16) AS iv) drawn
    WHERE person = md5(:n::text)::uuid
), changed AS (
    UPDATE records r SET iv = fresh.iv, body =
        encrypt_iv(convert_to('Palaute ' || lpad(:m::text, 210, '0'), 'UTF8'), key, fresh.iv, 'aes')
    FROM fresh WHERE r.id = md5(:n::text)::uuid RETURNING r.id, r.person
)
INSERT INTO audit (id, actor, role, action, purpose, person, record)
SELECT gen_random_uuid(), person, 'person', 'amend', 'rights', person, id FROM changed;
