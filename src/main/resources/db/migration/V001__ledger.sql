-- The ledger: one row per document, the single truth about where each one stands.
CREATE TABLE document (
  id              uuid        PRIMARY KEY,            -- version 7: sorts by time of arrival
  owner           text        NOT NULL,
  sha256          text        NOT NULL,               -- hexadecimal, of the original's bytes
  size_bytes      bigint      NOT NULL,
  file_name       text        NOT NULL,
  media_type      text        NOT NULL,
  origin          text        NOT NULL,
  origin_ref      text,                               -- where it lay at the sender, if it lay somewhere
  lane            text        NOT NULL,
  profile         text        NOT NULL,
  state           text        NOT NULL CHECK (state IN ('received', 'queued', 'parsing', 'retrying',
                                'completed', 'invalid', 'dead', 'cancelled', 'expired')),
  attempts        integer     NOT NULL DEFAULT 0,     -- counted before the work, so that a crash counts
  failure_code    text,
  failure_detail  text,
  page_count      integer,
  pages_done      integer     NOT NULL DEFAULT 0,
  lease_until     timestamptz,                        -- until then somebody else sees to it; afterwards the sweeper
  claim_key       text        NOT NULL,
  idempotency_key text,
  received_at     timestamptz NOT NULL DEFAULT now(),
  started_at      timestamptz,
  completed_at    timestamptz,
  expires_at      timestamptz
);

-- Same content, same owner: one document.
CREATE UNIQUE INDEX document_content ON document (owner, sha256)
  WHERE state NOT IN ('cancelled', 'expired');
CREATE UNIQUE INDEX document_idempotency ON document (owner, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CREATE UNIQUE INDEX document_origin ON document (origin, origin_ref)
  WHERE origin_ref IS NOT NULL;

-- Lists: newest first, by owner, perhaps by state.
CREATE INDEX document_by_owner ON document (owner, id DESC);
CREATE INDEX document_by_owner_and_state ON document (owner, state, id DESC);
-- The sweeper: what is overdue.
CREATE INDEX document_overdue ON document (lease_until)
  WHERE state IN ('received', 'queued', 'parsing', 'retrying');
-- The metrics and the position in the queue.
CREATE INDEX document_by_state ON document (state, lane, id);

-- Append-only history. It outlives its document, so that the books balance after a deletion.
CREATE TABLE document_event (
  number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document_id uuid        NOT NULL,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  from_state  text,                                   -- null: it came in
  to_state    text,                                   -- null: it was deleted
  attempt     integer     NOT NULL,
  code        text
);
CREATE INDEX document_event_by_document ON document_event (document_id, number);
CREATE INDEX document_event_received ON document_event (number) WHERE from_state IS NULL;
CREATE INDEX document_event_deleted ON document_event (number) WHERE to_state IS NULL;

-- In the database, so that no writer can change a state without leaving its trace.
CREATE FUNCTION record_document_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO document_event (document_id, from_state, to_state, attempt)
      VALUES (NEW.id, NULL, NEW.state, NEW.attempts);
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO document_event (document_id, from_state, to_state, attempt, code)
      VALUES (NEW.id, OLD.state, NEW.state, NEW.attempts, NEW.failure_code);
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
