-- Holds that staff set are listed by their ground, among any number that the notice itself sets.
CREATE INDEX holds_by_ground ON holds (ground, created_ms, record);
