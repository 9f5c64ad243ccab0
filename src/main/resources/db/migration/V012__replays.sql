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

-- Both channels of failed documents, last ended first.
CREATE INDEX document_failed ON document ((coalesce(completed_at, received_at)) DESC, id DESC)
  WHERE state IN ('dead', 'invalid');
