-- A record's state.
\set n random(1, :size)
WITH changed AS (
    UPDATE records SET state = CASE state WHEN 'new' THEN 'seen' ELSE 'new' END
    WHERE id = md5(:n::text)::uuid RETURNING id, person
)
INSERT INTO audit (id, actor, role, action, purpose, person, record)
SELECT gen_random_uuid(), '01010101-0101-0101-0101-010101010101', 'handler', 'classify', 'answer', person, id
FROM changed;
