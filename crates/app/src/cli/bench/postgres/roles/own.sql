-- Everything on one person, decrypted, an audit row for each record.
\set n random_zipfian(1, :size, 1.001)
WITH found AS (
    SELECT r.id, r.person, convert_from(decrypt_iv(r.body, k.key, r.iv, 'aes'), 'UTF8') AS text
    FROM records r JOIN keys k USING (person)
    WHERE r.person = md5(:n::text)::uuid AND r.due > now()
), noted AS (
    INSERT INTO audit (id, actor, role, action, purpose, person, record)
    SELECT gen_random_uuid(), person, 'person', 'export', 'rights', person, id FROM found
)
SELECT text FROM found;
