-- Which plan ops gave an owner; all others have the plan "default".
CREATE TABLE owner_plan (
  owner       text        PRIMARY KEY,
  plan        text        NOT NULL,
  assigned_at timestamptz NOT NULL DEFAULT now()
);

-- Counted anew after a crash of the database, and so without the cost of a log: a bucket of tokens for each owner ..
CREATE UNLOGGED TABLE token_bucket (
  id         text   PRIMARY KEY,
  state      bytea,
  expires_at bigint NOT NULL DEFAULT 0                -- milliseconds since 1970: it is full again
);

-- .. and what each owner uploads right now.
CREATE UNLOGGED TABLE upload_slot (
  owner  text        NOT NULL,
  number integer     NOT NULL,
  id     uuid        NOT NULL,
  until  timestamptz NOT NULL,
  PRIMARY KEY (owner, number)
);

-- Same content, same owner: one document. With the sizes, so that what an owner stores is summed up without its rows.
DROP INDEX document_content;
CREATE UNIQUE INDEX document_content ON document (owner, sha256) INCLUDE (size_bytes)
  WHERE state NOT IN ('cancelled', 'expired');
