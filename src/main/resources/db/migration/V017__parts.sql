-- A large document is read in parts, each under a lease of its own. While parts are left the document is parsing and
-- has no lease; when the last one is done it gets one again, for whoever gathers them.
CREATE TABLE split (
  document_id    uuid    PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  attempt        integer NOT NULL,                    -- of the document: parts count while it is at this one
  parser_version text    NOT NULL,                    -- what the parts hold is understood by this one only
  plain_tree     boolean NOT NULL,                    -- a page is found without walking by those before it
  metadata       jsonb   NOT NULL
);

CREATE TABLE part (
  document_id    uuid    NOT NULL REFERENCES split ON DELETE CASCADE,
  number         integer NOT NULL,                    -- from 1, in the order of the pages
  from_page      integer NOT NULL,
  to_page        integer NOT NULL,
  state          text    NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'parsing', 'retrying', 'done')),
  attempts       integer NOT NULL DEFAULT 0,          -- this and what follows: as of a document
  forgiven       integer NOT NULL DEFAULT 0,
  outages        integer NOT NULL DEFAULT 0,
  give_up_at     timestamptz,
  failure_code   text,
  failure_detail text,
  lease_until    timestamptz,                         -- null: it is done
  pages_read     integer NOT NULL DEFAULT 0,
  characters     bigint  NOT NULL DEFAULT 0,
  forks          integer NOT NULL DEFAULT 0,          -- child processes that it harmed
  PRIMARY KEY (document_id, number),
  CHECK (from_page >= 1 AND to_page >= from_page)
);
CREATE INDEX part_overdue ON part (lease_until) WHERE state <> 'done';

-- What was found in a part that is done, as the parser said it, in pieces of a size that fits into memory.
CREATE TABLE part_content (
  document_id uuid    NOT NULL,
  part        integer NOT NULL,
  number      integer NOT NULL,                       -- from 1
  frames      bytea   NOT NULL,
  PRIMARY KEY (document_id, part, number),
  FOREIGN KEY (document_id, part) REFERENCES part ON DELETE CASCADE
);
ALTER TABLE part_content ALTER frames SET STORAGE EXTERNAL;  -- read once and soon: not worth compressing

CREATE TABLE part_gap (
  document_id uuid    NOT NULL,
  part        integer NOT NULL,
  from_page   integer NOT NULL,
  to_page     integer NOT NULL,
  code        text    NOT NULL,
  detail      text    NOT NULL,
  PRIMARY KEY (document_id, from_page),
  FOREIGN KEY (document_id, part) REFERENCES part ON DELETE CASCADE
);

-- In the database, so that no writer can end a document, or begin it anew, and leave parts behind.
CREATE FUNCTION forget_split() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM split WHERE document_id = NEW.id;
  RETURN NULL;
END
$$;

CREATE TRIGGER document_split_over AFTER UPDATE OF state ON document
  FOR EACH ROW WHEN (OLD.page_count IS NOT NULL AND OLD.state IS DISTINCT FROM NEW.state
    AND NEW.state NOT IN ('queued', 'parsing', 'retrying'))
  EXECUTE FUNCTION forget_split();
