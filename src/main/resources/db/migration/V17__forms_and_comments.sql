-- Form fields and comments, each numbered within its document in the order of the pages.
CREATE TABLE form_field (
  document_id uuid    NOT NULL REFERENCES document ON DELETE CASCADE,
  number      integer NOT NULL,                       -- from 1
  field       jsonb   NOT NULL,
  PRIMARY KEY (document_id, number)
);

CREATE TABLE page_annotation (
  document_id uuid    NOT NULL REFERENCES document ON DELETE CASCADE,
  number      integer NOT NULL,                       -- from 1
  annotation  jsonb   NOT NULL,
  PRIMARY KEY (document_id, number)
);
