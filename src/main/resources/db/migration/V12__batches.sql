-- Documents that came together, in a form or a ZIP, or whose senders named one batch.
CREATE TABLE batch (
  id         uuid        PRIMARY KEY,                  -- version 7: sorts by time
  owner      text        NOT NULL,
  label      text,                                     -- what its owner calls it; null: nothing
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at    timestamptz NOT NULL DEFAULT now()        -- its last file, or when a document of it was last seen to be there
);
CREATE INDEX batch_by_use ON batch (used_at);

-- A document that came several times may be in several batches. It does not wait for them, nor they for it.
CREATE TABLE batch_document (
  batch_id    uuid NOT NULL REFERENCES batch ON DELETE CASCADE,
  document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
  PRIMARY KEY (batch_id, document_id)
);
CREATE INDEX batch_document_by_document ON batch_document (document_id);

-- The files of a batch that became no documents. One that comes again, by its name, is judged anew.
CREATE TABLE batch_refusal (
  batch_id   uuid   NOT NULL REFERENCES batch ON DELETE CASCADE,
  number     bigint GENERATED ALWAYS AS IDENTITY,      -- in the order of the files
  file_name  text   NOT NULL,
  source     text,                                     -- of a file in a ZIP, as reports.zip!/in/a.pdf
  code       text   NOT NULL,
  detail     text   NOT NULL,
  request_id text,
  PRIMARY KEY (batch_id, number)
);

ALTER TABLE resumable_upload
  ADD COLUMN batch_id uuid;                            -- what became of a ZIP; it may be gone meanwhile
