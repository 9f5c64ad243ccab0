-- What was found in a document. Written in the transaction that completes it, gone with it.
CREATE TABLE document_metadata (
  document_id uuid  PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  metadata    jsonb NOT NULL
);

CREATE TABLE page (
  document_id   uuid     NOT NULL REFERENCES document ON DELETE CASCADE,
  number        integer  NOT NULL,                    -- from 1
  width_points  real     NOT NULL,                    -- 72 points to the inch
  height_points real     NOT NULL,
  rotation      smallint NOT NULL,                    -- degrees clockwise: 0, 90, 180 or 270
  text          text     NOT NULL,
  PRIMARY KEY (document_id, number)
);

-- PostgreSQL refuses a text vector of more than 1 MB: the first 100,000 characters of a page are searched.
CREATE INDEX page_search ON page USING gin (to_tsvector('simple', left(text, 100000)));
