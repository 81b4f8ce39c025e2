-- The ledger's first schema. Days are ISO days as text, '' for an absent one; times
-- are RFC 3339 in UTC. Rows are never deleted, and of what is written only
-- superseded_by is ever changed, once: triggers at the end hold it.

-- +goose Up

-- A revision is one change: a reading by the machine, or a reviewer's correction.
CREATE TABLE revisions (
  id     INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL CHECK (kind IN ('reading', 'correction')),
  report TEXT NOT NULL,
  author TEXT NOT NULL DEFAULT '', -- of a correction
  reason TEXT NOT NULL DEFAULT '', -- of a correction
  at     TEXT NOT NULL
) STRICT;
CREATE INDEX revisions_of_report ON revisions (report);

-- Texts stand alone, so that a new reading of an unchanged text adds none. They are
-- kept as they are: other programs can read them, and full text needs no copy.
CREATE TABLE texts (
  id     INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  body   TEXT NOT NULL
) STRICT;

-- A reading is a report as one reader saw it. One reading of a report is in force.
CREATE TABLE readings (
  id            INTEGER PRIMARY KEY REFERENCES revisions,
  superseded_by INTEGER REFERENCES revisions,
  report        TEXT NOT NULL, -- 'r' and 16 digits of sha256
  sha256        TEXT NOT NULL, -- of the bytes
  reader        TEXT NOT NULL,
  published     TEXT NOT NULL,
  outlet_key    TEXT NOT NULL, -- the outlet in the form that names are compared in
  file          TEXT NOT NULL,
  uri           TEXT NOT NULL,
  outlet        TEXT NOT NULL,
  title         TEXT NOT NULL,
  author        TEXT NOT NULL,
  language      TEXT NOT NULL,
  unread        TEXT NOT NULL,
  text          INTEGER NOT NULL REFERENCES texts,
  passages      TEXT NOT NULL -- JSON, see package ledger
) STRICT;
CREATE UNIQUE INDEX readings_in_force ON readings (report) WHERE superseded_by IS NULL;
CREATE INDEX readings_by_day ON readings (published, report) WHERE superseded_by IS NULL;
CREATE INDEX readings_by_outlet ON readings (outlet_key) WHERE superseded_by IS NULL;
CREATE INDEX readings_by_text ON readings (text) WHERE superseded_by IS NULL;

-- The places where a report's bytes were met.
CREATE TABLE sightings (
  id     INTEGER PRIMARY KEY,
  report TEXT NOT NULL,
  file   TEXT NOT NULL,
  uri    TEXT NOT NULL,
  at     TEXT NOT NULL,
  UNIQUE (report, file, uri)
) STRICT;

-- Whoever spoke, was spoken for, or holds a stance; sides and holders have no kind.
CREATE TABLE actors (
  id   INTEGER PRIMARY KEY,
  ref  TEXT NOT NULL, -- the directory's id, or ''
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  key  TEXT NOT NULL, -- the name in the form that names are compared in
  UNIQUE (ref, name, kind)
) STRICT;
CREATE INDEX actors_by_key ON actors (key);

-- What statements are filtered and ordered by. Rows are short, so that a filter
-- touches little; what is shown is in records.
CREATE TABLE statements (
  row           INTEGER PRIMARY KEY,
  superseded_by INTEGER REFERENCES revisions,
  supersedes    INTEGER REFERENCES statements,
  revision      INTEGER NOT NULL REFERENCES revisions,
  reading       INTEGER NOT NULL REFERENCES readings, -- whose text the spans mean
  position      INTEGER NOT NULL,                     -- in the report, from 0
  id            TEXT NOT NULL,
  report        TEXT NOT NULL,
  published     TEXT NOT NULL,
  day_from      TEXT, -- when it was said, else published; '' is open, NULL unknown
  day_to        TEXT, -- '9999-12-31' is open
  mode          TEXT NOT NULL,
  speaker       INTEGER NOT NULL REFERENCES actors,
  side          INTEGER REFERENCES actors,
  holder        INTEGER REFERENCES actors, -- NULL without a move
  issue         TEXT,
  stance        TEXT
) STRICT;
CREATE INDEX statements_by_id ON statements (id);
CREATE INDEX statements_of_reading ON statements (reading, position) WHERE superseded_by IS NULL;
CREATE INDEX statements_of_revision ON statements (revision);
CREATE INDEX statements_in_order ON statements (published, report, position) WHERE superseded_by IS NULL;
CREATE INDEX statements_by_day ON statements (day_to, day_from) WHERE superseded_by IS NULL;
CREATE INDEX statements_by_mode ON statements (mode) WHERE superseded_by IS NULL;
CREATE INDEX statements_by_speaker ON statements (speaker) WHERE superseded_by IS NULL;
CREATE INDEX statements_by_side ON statements (side) WHERE superseded_by IS NULL;
CREATE INDEX statements_by_holder ON statements (holder) WHERE superseded_by IS NULL AND holder IS NOT NULL;
CREATE INDEX statements_by_issue ON statements (issue) WHERE superseded_by IS NULL AND issue IS NOT NULL;

-- The whole statement, and the words that it quotes.
CREATE TABLE records (
  row    INTEGER PRIMARY KEY REFERENCES statements,
  words  TEXT NOT NULL,
  record TEXT NOT NULL -- JSON, see package ledger
) STRICT;

-- Full text, over the tables above. Whoever adds rows there adds them here too. No
-- trigger does it: FTS5 writes out all it has gathered whenever a statement fires one,
-- which makes adding twice as slow as indexing a whole transaction at its end.
CREATE VIRTUAL TABLE text_words USING fts5 (
  body, content = 'texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE record_words USING fts5 (
  words, content = 'records', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2'
);

-- Append-only.
-- +goose StatementBegin
CREATE TRIGGER revisions_stay BEFORE DELETE ON revisions BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER texts_stay BEFORE DELETE ON texts BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER readings_stay BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER sightings_stay BEFORE DELETE ON sightings BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER actors_stay BEFORE DELETE ON actors BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER statements_stay BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER records_stay BEFORE DELETE ON records BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER revisions_hold BEFORE UPDATE ON revisions BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER texts_hold BEFORE UPDATE ON texts BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER sightings_hold BEFORE UPDATE ON sightings BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER actors_hold BEFORE UPDATE ON actors BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER records_hold BEFORE UPDATE ON records BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER readings_hold BEFORE UPDATE OF
  id, report, sha256, reader, published, outlet_key, file, uri, outlet, title, author, language, unread, text, passages
ON readings BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER statements_hold BEFORE UPDATE OF
  row, supersedes, revision, reading, position, id, report, published, day_from, day_to, mode, speaker, side, holder, issue, stance
ON statements BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER readings_superseded_once BEFORE UPDATE OF superseded_by ON readings
WHEN OLD.superseded_by IS NOT NULL OR NEW.superseded_by IS NULL
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER statements_superseded_once BEFORE UPDATE OF superseded_by ON statements
WHEN OLD.superseded_by IS NOT NULL OR NEW.superseded_by IS NULL
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- +goose StatementEnd

-- There is no way down: a ledger does not forget.
