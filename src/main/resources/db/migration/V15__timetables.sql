-- What an owner chose for the timetables of one profile: groups, colours, events of its own. It outlives the documents.
CREATE TABLE timetable_plan (
  id         uuid        PRIMARY KEY,
  owner      text        NOT NULL,
  profile    text        NOT NULL,
  choices    jsonb       NOT NULL DEFAULT '{}',
  version    integer     NOT NULL DEFAULT 0,           -- how often the choices were replaced
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (owner, profile)
);

-- Links to such a timetable: its newest document with the choices. Only a token's SHA-256 is kept.
CREATE TABLE timetable_subscription (
  id         uuid        PRIMARY KEY,
  plan_id    uuid        NOT NULL REFERENCES timetable_plan ON DELETE CASCADE,
  owner      text        NOT NULL,
  token_hash bytea       NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX timetable_subscription_by_plan ON timetable_subscription (plan_id, id);
CREATE INDEX timetable_subscription_by_owner ON timetable_subscription (owner);

-- A trigger, so that an older version that runs beside this one makes them, too.
CREATE FUNCTION keep_timetable_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO timetable_plan (id, owner, profile)
    SELECT gen_random_uuid(), owner, NEW.profile FROM document WHERE id = NEW.document_id
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

CREATE TRIGGER timetable_stored AFTER INSERT ON timetable
  FOR EACH ROW EXECUTE FUNCTION keep_timetable_plan();

-- Those that are there: after the trigger, whose lock has waited for all that did not have it.
INSERT INTO timetable_plan (id, owner, profile)
SELECT gen_random_uuid(), owner, profile
FROM (SELECT DISTINCT document.owner, timetable.profile
      FROM timetable JOIN document ON document.id = timetable.document_id) AS known;
