-- What is held of one person, unopened.
\set n random_zipfian(1, :size, 1.001)
SELECT id, kind, created, due, purposes FROM records WHERE person = md5(:n::text)::uuid;
