-- When everything of a person goes by their own wish: until then they may change their mind.
ALTER TABLE persons ADD COLUMN leaving_ms BIGINT;
CREATE INDEX persons_leaving ON persons (leaving_ms) WHERE leaving_ms IS NOT NULL;
