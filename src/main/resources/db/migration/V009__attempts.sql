-- attempts counts every claim, so that its number tells one worker from the next; those that outages or
-- a stop cut short are forgiven: attempts - forgiven is what a document has spent.
ALTER TABLE document
  ADD COLUMN forgiven       integer NOT NULL DEFAULT 0,
  ADD COLUMN outages        integer NOT NULL DEFAULT 0, -- of those, met since the document came in or began anew
  ADD COLUMN give_up_at     timestamptz,              -- set by the first attempt that counts; later ones must begin before it
  ADD COLUMN parser_version text;                    -- of the last attempt

-- The history says what was seen, too.
ALTER TABLE document_event ADD COLUMN detail text;

CREATE OR REPLACE FUNCTION record_document_event() RETURNS trigger LANGUAGE plpgsql AS $$
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
