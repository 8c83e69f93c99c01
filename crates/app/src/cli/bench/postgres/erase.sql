WITH chosen AS (
    SELECT md5('many' || nextval('erasing'))::uuid AS person
), gone AS (
    DELETE FROM records USING chosen WHERE records.person = chosen.person RETURNING records.id
), keyless AS (
    DELETE FROM keys USING chosen WHERE keys.person = chosen.person
)
INSERT INTO audit (id, actor, role, action, purpose, person, record)
SELECT gen_random_uuid(), person, 'person', 'erase', 'rights', person, person FROM chosen;
