-- Who has looked at one person's records.
\set n random_zipfian(1, :size, 1.001)
SELECT at, role, action, purpose FROM audit WHERE person = md5(:n::text)::uuid ORDER BY at DESC LIMIT 100;
