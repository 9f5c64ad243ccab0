-- How many documents came, were deleted, and ended in each state, so that nobody has to count them: each change is a row,
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

-- Who adds triggers locks out all writers until the end of the transaction: nothing is missed, nothing counted twice.
CREATE TRIGGER document_tallied AFTER INSERT OR DELETE ON document
  FOR EACH ROW EXECUTE FUNCTION tally_document();
CREATE TRIGGER document_end_tallied AFTER UPDATE OF state ON document
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state
    AND (OLD.state IN ('completed', 'invalid', 'dead', 'cancelled', 'expired')
      OR NEW.state IN ('completed', 'invalid', 'dead', 'cancelled', 'expired')))
  EXECUTE FUNCTION tally_document();

INSERT INTO document_tally (what, documents)
  SELECT state, count(*) FROM document
  WHERE state IN ('completed', 'invalid', 'dead', 'cancelled', 'expired') GROUP BY state
  UNION ALL
  SELECT 'entered', count(*) FROM document_event WHERE from_state IS NULL
  UNION ALL
  SELECT 'deleted', count(*) FROM document_event WHERE to_state IS NULL;

-- These were there to count by.
DROP INDEX document_event_received;
DROP INDEX document_event_deleted;
-- What is left to count has not ended, and is few. The same for the queue.
DROP INDEX document_by_state;
CREATE INDEX document_unfinished ON document (state, lane, id)
  WHERE state IN ('received', 'queued', 'parsing', 'retrying');
