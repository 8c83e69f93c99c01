WITH found AS (
    SELECT r.id, r.person, convert_from(decrypt_iv(r.body, k.key, r.iv, 'aes'), 'UTF8') AS text
    FROM records r JOIN keys k USING (person)
    WHERE r.person = md5('many1')::uuid AND r.due > now()
), noted AS (
    INSERT INTO audit (id, actor, role, action, purpose, person, record)
    SELECT gen_random_uuid(), person, 'person', 'read', 'rights', person, id FROM found
)
SELECT text FROM found;
