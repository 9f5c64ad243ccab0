-- Results are what was found in a document. They are written in the transaction that completes it, and gone with it.
CREATE TABLE document_metadata (
  document_id uuid  PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  metadata    jsonb NOT NULL
);

CREATE TABLE page (
  document_id   uuid     NOT NULL REFERENCES document ON DELETE CASCADE,
  number        integer  NOT NULL,                    -- from 1
  width_points  real     NOT NULL,                    -- 72 points to the inch
  height_points real     NOT NULL,
  rotation      smallint NOT NULL,                    -- degrees clockwise: 0, 90, 180 or 270
  text          text     NOT NULL,
  blocks        jsonb    NOT NULL DEFAULT '[]',       -- of the page's text, by offsets into it
  PRIMARY KEY (document_id, number)
);

-- PostgreSQL refuses a text vector of more than 1 MB: the first 100,000 characters of a page are searched.
CREATE INDEX page_search ON page USING gin (to_tsvector('simple', left(text, 100000)));

-- PostgreSQL takes a new sample of the pages for each tenth that they grow by, of 300 rows for each step of the finest
-- statistics of a column. For those of the index for searches it makes the vector of every page in the sample: four seconds
-- of a core for 30,000 pages, each time. A tenth of them tells as well which words are common; no query asks by the rest.
ALTER INDEX page_search ALTER COLUMN 1 SET STATISTICS 10;
ALTER TABLE page
  ALTER document_id   SET STATISTICS 10,
  ALTER number        SET STATISTICS 10,
  ALTER width_points  SET STATISTICS 0,
  ALTER height_points SET STATISTICS 0,
  ALTER rotation      SET STATISTICS 0,
  ALTER text          SET STATISTICS 0,
  ALTER blocks        SET STATISTICS 0;

-- Pages of a completed document that could not be read; all others are in page.
CREATE TABLE page_gap (
  document_id uuid    NOT NULL REFERENCES document ON DELETE CASCADE,
  from_page   integer NOT NULL,
  to_page     integer NOT NULL,
  code        text    NOT NULL,
  detail      text    NOT NULL,
  PRIMARY KEY (document_id, from_page),
  CHECK (from_page >= 1 AND to_page >= from_page)
);

-- What whoever uses the results should know.
CREATE TABLE page_flag (
  document_id uuid    NOT NULL REFERENCES document ON DELETE CASCADE,
  page        integer NOT NULL,                       -- 0: the document as a whole
  number      integer NOT NULL,                       -- from 1, within its page
  code        text    NOT NULL,
  text        text    NOT NULL,
  PRIMARY KEY (document_id, page, number)
);

-- Tables page by page: a table that goes on over pages is several rows with one number.
CREATE TABLE document_table (
  document_id uuid    NOT NULL REFERENCES document ON DELETE CASCADE,
  page        integer NOT NULL,
  on_page     integer NOT NULL,                       -- from 1, from top to bottom
  number      integer NOT NULL,                       -- from 1, within the document
  content     jsonb   NOT NULL,
  PRIMARY KEY (document_id, page, on_page)
);
CREATE INDEX document_table_by_number ON document_table (document_id, number, page);

-- Pictures of first pages, made when they were first asked for; or why there is none.
CREATE TABLE thumbnail (
  document_id    uuid        NOT NULL REFERENCES document ON DELETE CASCADE,
  size           integer     NOT NULL,                -- of the longer side, in pixels
  renderer       text        NOT NULL,                -- version of what drew it
  png            bytea,
  failure_code   text,
  failure_detail text,
  made_at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (document_id, size),
  CHECK ((png IS NULL) = (failure_code IS NOT NULL))
);

-- Where the original goes, its picture goes, too, whoever gives it up.
CREATE FUNCTION drop_thumbnails() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM thumbnail WHERE document_id = NEW.id;
  RETURN NULL;
END
$$;

CREATE TRIGGER document_thumbnails AFTER UPDATE OF original_deleted_at ON document
  FOR EACH ROW WHEN (OLD.original_deleted_at IS NULL AND NEW.original_deleted_at IS NOT NULL)
  EXECUTE FUNCTION drop_thumbnails();

-- What a timetable says, and how much of it was understood.
CREATE TABLE timetable (
  document_id uuid    PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  profile     text    NOT NULL,
  rows_seen   integer NOT NULL
);

CREATE TABLE timetable_event (
  document_id uuid    NOT NULL REFERENCES document ON DELETE CASCADE,
  number      integer NOT NULL,                       -- from 1, in the order of the document
  event       jsonb   NOT NULL,
  PRIMARY KEY (document_id, number)
);

-- How often each entry of an owner's calendars was changed. No reference to the document: it outlives that, so that
-- a version that is sent after the one before was deleted still counts on, and calendar programs take it.
CREATE TABLE calendar_entry (
  owner       text        NOT NULL,
  uid         text        NOT NULL,                   -- from what the event is held for
  document_id uuid        NOT NULL,                   -- the newest that has it
  fingerprint text        NOT NULL,                   -- of what that says of it
  sequence    integer     NOT NULL,                   -- from 0
  changed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (owner, uid)
);
CREATE INDEX calendar_entry_by_change ON calendar_entry (changed_at);

-- Links that calendar programs poll. Only a token's SHA-256 is kept; a token is 256 random bits.
CREATE TABLE calendar_subscription (
  id             uuid        PRIMARY KEY,
  document_id    uuid        NOT NULL REFERENCES document ON DELETE CASCADE,
  owner          text        NOT NULL,
  token_hash     bytea       NOT NULL UNIQUE,
  groups         text,                                -- null: all
  semester_start date,                                -- null, as the end: by the profile
  semester_end   date,
  follow         boolean     NOT NULL,                -- the owner's newest timetable of the same profile
  created_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX calendar_subscription_by_document ON calendar_subscription (document_id, id);
CREATE INDEX calendar_subscription_by_owner ON calendar_subscription (owner);
