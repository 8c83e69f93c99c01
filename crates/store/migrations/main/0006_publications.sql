-- What was said of a version when it was published. Beside the version and not in its row: a mark
-- covers a whole row, and rows from before this step keep theirs.
CREATE TABLE publications (
  register TEXT NOT NULL,
  version BIGINT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  promises TEXT NOT NULL,
  mark BYTEA,
  PRIMARY KEY (register, version)
);
