-- Whether a record that was erased is there.
\set n random(1, 1000)
SELECT count(*) FROM records WHERE id = md5('gone' || :n)::uuid;
