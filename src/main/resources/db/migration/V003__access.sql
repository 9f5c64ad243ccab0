-- Who may use the API. Only a key's SHA-256 is kept; a key is 256 random bits, so no slower hash is needed.
CREATE TABLE api_key (
  id         uuid        PRIMARY KEY,
  owner      text        NOT NULL,
  role       text        NOT NULL CHECK (role IN ('user', 'ops')),
  label      text        NOT NULL,
  key_hash   bytea       NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);
