-- Keys say who may use the API. Only a key's SHA-256 is kept; a key is 256 random bits, so no slower hash is needed.
CREATE TABLE api_key (
  id         uuid        PRIMARY KEY,
  owner      text        NOT NULL,
  role       text        NOT NULL CHECK (role IN ('user', 'ops')),
  label      text        NOT NULL,
  key_hash   bytea       NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);

-- Which plan ops gave an owner; all others have the plan "default".
CREATE TABLE owner_plan (
  owner       text        PRIMARY KEY,
  plan        text        NOT NULL,
  assigned_at timestamptz NOT NULL DEFAULT now()
);

-- Two tables are counted again from zero after a crash of the database, and so go without the cost of a log.
-- A bucket of tokens for each owner:
CREATE UNLOGGED TABLE token_bucket (
  id         text   PRIMARY KEY,
  state      bytea,
  expires_at bigint NOT NULL DEFAULT 0                -- milliseconds since 1970: it is full again
);

-- What each owner uploads right now:
CREATE UNLOGGED TABLE upload_slot (
  owner  text        NOT NULL,
  number integer     NOT NULL,
  id     uuid        NOT NULL,
  until  timestamptz NOT NULL,
  PRIMARY KEY (owner, number)
);
