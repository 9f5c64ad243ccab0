-- Sessions of people at browsers: the tables as Spring Session 3.5 has them for PostgreSQL, with room for an owner's name.
-- Their id is no secret. The cookie's secret is here as a hash, and all attributes are texts in UTF-8.
CREATE TABLE spring_session (
  primary_id            char(36) NOT NULL,
  session_id            char(36) NOT NULL,
  creation_time         bigint   NOT NULL,
  last_access_time      bigint   NOT NULL,
  max_inactive_interval integer  NOT NULL,
  expiry_time           bigint   NOT NULL,
  principal_name        varchar(128),                  -- the owner
  CONSTRAINT spring_session_pk PRIMARY KEY (primary_id)
);
CREATE UNIQUE INDEX spring_session_ix1 ON spring_session (session_id);
CREATE INDEX spring_session_ix2 ON spring_session (expiry_time);
CREATE INDEX spring_session_ix3 ON spring_session (principal_name);

CREATE TABLE spring_session_attributes (
  session_primary_id char(36)     NOT NULL,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea        NOT NULL,
  CONSTRAINT spring_session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name),
  CONSTRAINT spring_session_attributes_fk FOREIGN KEY (session_primary_id) REFERENCES spring_session (primary_id) ON DELETE CASCADE
);

-- Invitations to log in, each good once.
CREATE TABLE invitation (
  id            uuid        PRIMARY KEY,
  owner         text        NOT NULL,
  role          text        NOT NULL CHECK (role IN ('user', 'ops')),
  token_hash    bytea       NOT NULL UNIQUE,           -- SHA-256
  loopback_only boolean     NOT NULL,                  -- good only for who sits at the machine that made it
  created_at    timestamptz NOT NULL DEFAULT now(),
  expires_at    timestamptz NOT NULL
);
CREATE INDEX invitation_by_expiry ON invitation (expires_at);
