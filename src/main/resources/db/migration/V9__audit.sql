-- Who changed what, by a call of the API or at the console.
CREATE TABLE audit_event (
  number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at         timestamptz NOT NULL DEFAULT now(),
  actor      text        NOT NULL,                     -- owner of the key, or the ops login
  via        text        NOT NULL CHECK (via IN ('api', 'console')),
  action     text        NOT NULL,                     -- such as DELETE /documents/{id}, or exec of an MBean
  target     text,                                     -- what it was about: an id, an owner, an MBean's operation
  status     integer     NOT NULL,                     -- of the answer; ops' calls that were refused stand here, too
  request_id text        NOT NULL
);
CREATE INDEX audit_event_by_actor ON audit_event (actor, number DESC);
CREATE INDEX audit_event_by_target ON audit_event (target, number DESC);
CREATE INDEX audit_event_at ON audit_event (at);
