-- People `many1`, `many2`, … with as many records each, instead of those of the last round.
DELETE FROM records WHERE kind = 2;
DELETE FROM keys WHERE person IN (SELECT md5('many' || n)::uuid FROM generate_series(1, 100000) n);
ALTER SEQUENCE erasing RESTART;
INSERT INTO keys
SELECT md5('many' || n)::uuid, gen_random_bytes(32) FROM generate_series(1, :people) n;
INSERT INTO records
SELECT gen_random_uuid(), person, 2, 'new', '{answer,develop}', 1, now(), now() + '1 month', iv,
    encrypt_iv(convert_to('Palaute ' || lpad(m::text, 210, '0'), 'UTF8'), key, iv, 'aes')
FROM generate_series(1, :people) n
CROSS JOIN generate_series(1, :records) m
JOIN keys ON person = md5('many' || n)::uuid
CROSS JOIN LATERAL (SELECT gen_random_bytes(16) AS iv WHERE m > 0) drawn;
ANALYZE records;
