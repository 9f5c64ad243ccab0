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
