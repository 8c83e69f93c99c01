\set n random(1, 1000000000)
WITH fresh AS (
    INSERT INTO keys VALUES (gen_random_uuid(), gen_random_bytes(32)) RETURNING person, key
), written AS (
    INSERT INTO records
    SELECT gen_random_uuid(), person, 1, 'new', '{answer,develop}', 1, now(), now() + '1 month', iv,
        encrypt_iv(convert_to('Palaute ' || lpad(:n::text, 210, '0'), 'UTF8'), key, iv, 'aes')
    FROM fresh CROSS JOIN LATERAL (SELECT gen_random_bytes(16) AS iv) drawn
    RETURNING id, person
), found AS (
    INSERT INTO lookups
    SELECT hmac(convert_to('testi' || :n, 'UTF8'), 'secret', 'sha256'), id FROM written
    UNION ALL
    SELECT hmac(convert_to('receipt' || :n, 'UTF8'), 'secret', 'sha256'), id FROM written
)
INSERT INTO audit (id, actor, role, action, purpose, person, record)
SELECT gen_random_uuid(), '01010101-0101-0101-0101-010101010101', 'visitor', 'collect', 'answer', person, id
FROM written;
