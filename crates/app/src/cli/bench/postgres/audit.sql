INSERT INTO audit (id, actor, role, action, purpose, person, record)
VALUES (gen_random_uuid(), '01010101-0101-0101-0101-010101010101', 'handler', 'read', 'answer',
    gen_random_uuid(), gen_random_uuid());
