-- Pages of a completed document that could not be read; all others are in page.
CREATE TABLE page_gap (
  document_id uuid    NOT NULL REFERENCES document ON DELETE CASCADE,
  from_page   integer NOT NULL,
  to_page     integer NOT NULL,
  code        text    NOT NULL,
  detail      text    NOT NULL,
  PRIMARY KEY (document_id, from_page),
  CHECK (from_page >= 1 AND to_page >= from_page)
);

-- Lists of documents with gaps.
CREATE INDEX document_with_gaps ON document (owner, id DESC)
  WHERE state = 'completed' AND pages_done < page_count;
