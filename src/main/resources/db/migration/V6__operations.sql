-- Retention: how long documents are kept, by how they ended. Written at each start from the configuration.
CREATE TABLE retention_policy (
  state text PRIMARY KEY,
  keep  interval                                      -- no row, or null: for ever
);

-- A trigger, so that no writer can end a document without saying when it goes, or restart it and leave the old time.
CREATE FUNCTION set_expiry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.expires_at := NEW.completed_at + (SELECT keep FROM retention_policy WHERE state = NEW.state);
  RETURN NEW;
END
$$;

CREATE TRIGGER document_expiry BEFORE UPDATE OF state ON document
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.state <> 'expired')
  EXECUTE FUNCTION set_expiry();

-- What is past its time.
CREATE INDEX document_original_kept ON document (completed_at)
  WHERE state = 'completed' AND original_deleted_at IS NULL;
CREATE INDEX document_to_expire ON document (expires_at)
  WHERE expires_at IS NOT NULL AND state <> 'expired';
-- The claims check: whose originals there should be.
CREATE INDEX document_with_original ON document (id)
  WHERE original_deleted_at IS NULL;

-- Where the claims check stands: one row.
CREATE TABLE claim_audit (
  only_one       boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
  ledger_id      uuid        NOT NULL DEFAULT gen_random_uuid(),  -- stands in the bucket, too: whose it is
  due_at         timestamptz NOT NULL DEFAULT now(),  -- of the next page; moved on while a replica is at it
  after_key      text        NOT NULL DEFAULT '',     -- the last key of the page before
  after_id       uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000', -- the last document of it
  missing_so_far bigint      NOT NULL DEFAULT 0,
  missing        bigint,                              -- originals that were not there, by the last check
  ended_at       timestamptz                          -- of the last check
);
INSERT INTO claim_audit DEFAULT VALUES;

-- Who had dead letters replayed, and which. Rows stay: they are the audit.
CREATE TABLE replay (
  id            uuid        PRIMARY KEY,              -- version 7: sorts by time of the request
  requested_by  text        NOT NULL,
  via           text        NOT NULL CHECK (via IN ('api', 'console')),
  requested_at  timestamptz NOT NULL DEFAULT now(),
  criteria      jsonb       NOT NULL,
  lane          text        NOT NULL,
  per_second    integer     NOT NULL,                 -- documents that a turn may start
  matches       bigint      NOT NULL,
  next_turn_at  timestamptz NOT NULL DEFAULT now(),
  called_off_by text,
  called_off_at timestamptz
);

-- One row for each document of a replay; it outlives its document, so that results keep adding up.
CREATE TABLE replay_document (
  replay_id      uuid    NOT NULL REFERENCES replay,
  document_id    uuid    NOT NULL,
  found_state    text    NOT NULL,                    -- it is started if it is still as it was found
  found_attempts integer NOT NULL,
  status         text    NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'started', 'skipped',
                         'called-off', 'completed', 'invalid', 'dead', 'cancelled', 'expired', 'deleted')),
  after_event    bigint,                              -- how it ended stands in the history after this one
  code           text,                                -- of the failure that ended it again
  PRIMARY KEY (replay_id, document_id)
);
CREATE INDEX replay_document_waiting ON replay_document (replay_id, document_id) WHERE status = 'waiting';
CREATE INDEX replay_document_started ON replay_document (document_id) WHERE status = 'started';
