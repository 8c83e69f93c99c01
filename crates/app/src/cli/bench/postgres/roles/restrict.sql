-- The objection of one person, at all of their records.
\set n random_zipfian(1, :size, 1.001)
WITH changed AS (
    UPDATE records SET purposes = CASE WHEN 'answer' = ANY (purposes) THEN '{develop}'
        ELSE '{answer,develop}' END::text[]
    WHERE person = md5(:n::text)::uuid RETURNING id, person
)
INSERT INTO audit (id, actor, role, action, purpose, person, record)
SELECT gen_random_uuid(), person, 'person', 'restrict', 'rights', person, id FROM changed;
