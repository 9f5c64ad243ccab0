-- An event's id is a UUID of version 7 (RFC 9562), so that events sort by the time they were made.
CREATE FUNCTION time_ordered_uuid() RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT encode(
    set_bit(set_bit(                                  -- version 4 becomes 7
      overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
        FROM 1 FOR 6),
      52, 1), 53, 1),
    'hex')::uuid
$$;

-- The transactional outbox: one row for each time that a document came into a final state.
CREATE TABLE completion_event (
  id           uuid        PRIMARY KEY,
  type         text        NOT NULL,                  -- document.<state>, or ping: then what follows the owner is null
  owner        text        NOT NULL,
  document_id  uuid,                                  -- events outlive their document
  state        text,
  failure_code text,
  attempts     integer,
  pages        integer,
  occurred_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  lease_until  timestamptz NOT NULL DEFAULT now(),    -- until then a replica is publishing it
  published_at timestamptz                            -- null: it is not in the topic yet
);
CREATE INDEX completion_event_unpublished ON completion_event (id) WHERE published_at IS NULL;
CREATE INDEX completion_event_published ON completion_event (published_at);

-- Where an owner wants to hear of its documents.
CREATE TABLE webhook (
  id          uuid        PRIMARY KEY,
  owner       text        NOT NULL,
  url         text        NOT NULL,
  states      text[],                                 -- null: all final ones
  secret      bytea       NOT NULL,                   -- as it is, for it has to sign
  created_at  timestamptz NOT NULL DEFAULT now(),
  disabled_at timestamptz,                            -- its receiver answered 410
  lease_until timestamptz NOT NULL DEFAULT now(),     -- until then a replica is at its deliveries
  rests_until timestamptz NOT NULL DEFAULT now()      -- it failed; until then its receiver is left alone
);
CREATE INDEX webhook_by_owner ON webhook (owner, id);

-- What goes to which webhook, once each. No reference to the webhook, and so no lock on it: whoever removes one
-- keeps no document waiting. What is left of it goes with the events.
CREATE TABLE webhook_delivery (
  event_id    uuid        NOT NULL REFERENCES completion_event ON DELETE CASCADE,
  webhook_id  uuid        NOT NULL,
  state       text        NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'dead')),
  attempts    integer     NOT NULL DEFAULT 0,         -- counted before the request; its number is the fencing token
  forgiven    integer     NOT NULL DEFAULT 0,         -- those before it was sent again
  due_at      timestamptz NOT NULL DEFAULT now(),     -- of a pending one: when the next attempt may begin
  result      text,                                   -- of the last attempt
  http_status integer,
  ended_at    timestamptz,
  PRIMARY KEY (event_id, webhook_id)
);
CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (webhook_id, event_id DESC);
CREATE INDEX webhook_delivery_pending ON webhook_delivery (webhook_id, due_at, event_id) WHERE state = 'pending';
CREATE INDEX webhook_delivery_dead ON webhook_delivery (webhook_id, event_id DESC) WHERE state = 'dead';

-- A trigger, so that no writer can end a document without an event, nor have an event without the end.
CREATE FUNCTION announce_document_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  event uuid := time_ordered_uuid();
BEGIN
  INSERT INTO completion_event (id, type, owner, document_id, state, failure_code, attempts, pages)
    VALUES (event, 'document.' || NEW.state, NEW.owner, NEW.id, NEW.state, NEW.failure_code,
      NEW.attempts - NEW.forgiven, NEW.page_count);
  INSERT INTO webhook_delivery (event_id, webhook_id)
    SELECT event, id FROM webhook
    WHERE owner = NEW.owner AND disabled_at IS NULL AND (states IS NULL OR NEW.state = ANY (states));
  RETURN NULL;
END
$$;

CREATE TRIGGER document_ended AFTER UPDATE OF state ON document
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state
    AND NEW.state IN ('completed', 'invalid', 'dead', 'cancelled', 'expired'))
  EXECUTE FUNCTION announce_document_end();
