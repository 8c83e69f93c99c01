-- The 50 newest records that serve a purpose, decrypted, an audit row for each.
WITH chosen AS (
    SELECT id, person, iv, body FROM records
    WHERE kind = 1 AND 'develop' = ANY (purposes) AND due > now() ORDER BY created DESC LIMIT 50
), found AS (
    SELECT id, person, convert_from(decrypt_iv(body, key, iv, 'aes'), 'UTF8') AS text
    FROM chosen JOIN keys USING (person)
), noted AS (
    INSERT INTO audit (id, actor, role, action, purpose, person, record)
    SELECT gen_random_uuid(), '01010101-0101-0101-0101-010101010101', 'handler', 'read', 'answer', person, id
    FROM found
)
SELECT text FROM found;
