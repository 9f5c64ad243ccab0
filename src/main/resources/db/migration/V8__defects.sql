-- What was wrong with the file of a completed document (truncated, repaired), for its lists and events; why stands in
-- page_flag, with page 0.
ALTER TABLE document ADD COLUMN defects text[] NOT NULL DEFAULT '{}';
ALTER TABLE completion_event ADD COLUMN defects text[];     -- null: none

CREATE OR REPLACE FUNCTION announce_document_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  event uuid := time_ordered_uuid();
BEGIN
  INSERT INTO completion_event (id, type, owner, document_id, state, failure_code, attempts, pages, defects)
    VALUES (event, 'document.' || NEW.state, NEW.owner, NEW.id, NEW.state, NEW.failure_code,
      NEW.attempts - NEW.forgiven, NEW.page_count,
      CASE WHEN NEW.state = 'completed' THEN nullif(NEW.defects, '{}') END);
  INSERT INTO webhook_delivery (event_id, webhook_id)
    SELECT event, id FROM webhook
    WHERE owner = NEW.owner AND disabled_at IS NULL AND (states IS NULL OR NEW.state = ANY (states));
  RETURN NULL;
END
$$;
