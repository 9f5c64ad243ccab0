-- The ledger has one row per document: the single truth about where each one stands.
CREATE TABLE document (
  id                  uuid        PRIMARY KEY,            -- version 7: sorts by time of arrival
  owner               text        NOT NULL,
  sha256              text        NOT NULL,               -- hexadecimal, of the original's bytes
  size_bytes          bigint      NOT NULL,
  file_name           text        NOT NULL,
  media_type          text        NOT NULL,
  origin              text        NOT NULL,
  origin_ref          text,                               -- where it lay at the sender, if it lay somewhere
  lane                text        NOT NULL,
  profile             text        NOT NULL,
  claim_key           text        NOT NULL,
  state               text        NOT NULL CHECK (state IN ('received', 'queued', 'parsing', 'retrying',
                                    'completed', 'invalid', 'dead', 'cancelled', 'expired')),
  -- attempts counts every claim, before the work, so that a crash counts and its number tells one worker from the next.
  -- Those that outages or a stop cut short are forgiven: attempts - forgiven is what a document has spent.
  attempts            integer     NOT NULL DEFAULT 0,
  forgiven            integer     NOT NULL DEFAULT 0,
  outages             integer     NOT NULL DEFAULT 0,     -- of those forgiven, met since it came in or was restarted
  give_up_at          timestamptz,                        -- set by the first attempt that counts; later ones must begin before it
  lease_until         timestamptz,                        -- until then another process sees to it; afterwards the sweeper
  failure_code        text,
  failure_detail      text,
  parser_version      text,                               -- of the last attempt
  page_count          integer,
  pages_done          integer     NOT NULL DEFAULT 0,
  received_at         timestamptz NOT NULL DEFAULT now(),
  started_at          timestamptz,
  completed_at        timestamptz,
  expires_at          timestamptz,
  original_deleted_at timestamptz                         -- it is on its way out of the object store, or gone; results may stay
);

-- Same content, same owner: one document.
CREATE UNIQUE INDEX document_content ON document (owner, sha256)
  WHERE state NOT IN ('cancelled', 'expired');
-- What an owner stores is summed up over the originals that are there, not over all that there ever were.
CREATE INDEX document_stored ON document (owner) INCLUDE (size_bytes)
  WHERE original_deleted_at IS NULL AND state NOT IN ('cancelled', 'expired');

-- Lists: newest first, by owner, perhaps by state.
CREATE INDEX document_by_owner ON document (owner, id DESC);
CREATE INDEX document_by_owner_and_state ON document (owner, state, id DESC);
-- Lists of documents with gaps.
CREATE INDEX document_with_gaps ON document (owner, id DESC)
  WHERE state = 'completed' AND pages_done < page_count;
-- Lists of what was dropped, which may be little among much that was uploaded. Uploads don't pay for it.
CREATE INDEX document_dropped ON document (owner, origin, id DESC) WHERE origin <> 'http';
-- Both channels of failed documents, last ended first. With what they are counted by: their rows lie far apart.
CREATE INDEX document_failed ON document ((coalesce(completed_at, received_at)) DESC, id DESC) INCLUDE (failure_code)
  WHERE state IN ('dead', 'invalid');

-- The sweeper: what is overdue.
CREATE INDEX document_overdue ON document (lease_until)
  WHERE state IN ('received', 'queued', 'parsing', 'retrying');
-- The metrics and the queue: what has not ended, and is few.
CREATE INDEX document_unfinished ON document (state, lane, id)
  WHERE state IN ('received', 'queued', 'parsing', 'retrying');

-- Append-only history. It outlives its document, so that the books balance after a deletion.
CREATE TABLE document_event (
  number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document_id uuid        NOT NULL,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  from_state  text,                                   -- null: it came in
  to_state    text,                                   -- null: it was deleted
  attempt     integer     NOT NULL,
  code        text,
  detail      text
);
CREATE INDEX document_event_by_document ON document_event (document_id, number);

-- A trigger, so that no writer can change a state without leaving its trace.
CREATE FUNCTION record_document_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO document_event (document_id, from_state, to_state, attempt)
      VALUES (NEW.id, NULL, NEW.state, NEW.attempts);
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO document_event (document_id, from_state, to_state, attempt, code, detail)
      VALUES (NEW.id, OLD.state, NEW.state, NEW.attempts, NEW.failure_code, NEW.failure_detail);
  ELSE
    INSERT INTO document_event (document_id, from_state, to_state, attempt)
      VALUES (OLD.id, OLD.state, NULL, OLD.attempts);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER document_received_or_deleted AFTER INSERT OR DELETE ON document
  FOR EACH ROW EXECUTE FUNCTION record_document_event();
CREATE TRIGGER document_advanced AFTER UPDATE OF state ON document
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION record_document_event();

-- How many documents came, were deleted, and ended in each state, so that none has to be counted: each change is a row,
-- and rows are added up now and then. As rows are only added, no document waits for another's; and as they come with
-- the change itself, their sum is exact at any moment.
CREATE TABLE document_tally (
  what      text   NOT NULL,                          -- 'entered', 'deleted', or the final state it is now in
  documents bigint NOT NULL
);

CREATE FUNCTION tally_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO document_tally VALUES ('entered', 1);
  ELSIF OLD.state IN ('completed', 'invalid', 'dead', 'cancelled', 'expired') THEN
    INSERT INTO document_tally VALUES (OLD.state, -1);
  END IF;
  IF TG_OP = 'DELETE' THEN
    INSERT INTO document_tally VALUES ('deleted', 1);
  ELSIF NEW.state IN ('completed', 'invalid', 'dead', 'cancelled', 'expired') THEN
    INSERT INTO document_tally VALUES (NEW.state, 1);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER document_tallied AFTER INSERT OR DELETE ON document
  FOR EACH ROW EXECUTE FUNCTION tally_document();
CREATE TRIGGER document_end_tallied AFTER UPDATE OF state ON document
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state
    AND (OLD.state IN ('completed', 'invalid', 'dead', 'cancelled', 'expired')
      OR NEW.state IN ('completed', 'invalid', 'dead', 'cancelled', 'expired')))
  EXECUTE FUNCTION tally_document();

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
  forks          integer NOT NULL DEFAULT 0,          -- that it harmed
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

-- A trigger, so that no writer can end a document, or restart it, and leave parts behind.
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
