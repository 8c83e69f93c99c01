-- One record by its key, decrypted, whatever its person has objected to since.
\set n random(1, :size)
WITH found AS (
    SELECT r.id, r.person, convert_from(decrypt_iv(r.body, k.key, r.iv, 'aes'), 'UTF8') AS text
    FROM records r JOIN keys k USING (person)
    WHERE r.id = md5(:n::text)::uuid AND 'develop' = ANY (r.purposes) AND r.due > now()
), noted AS (
    INSERT INTO audit (id, actor, role, action, purpose, person, record)
    SELECT gen_random_uuid(), '01010101-0101-0101-0101-010101010101', 'handler', 'read', 'answer', person, id
    FROM found
)
SELECT text FROM found;
