-- What stands where on a page, beside its text.
ALTER TABLE page
  ADD blocks jsonb NOT NULL DEFAULT '[]';   -- of the page's text, by offsets into it

-- What whoever uses the results should know. Page 0: the document as a whole.
CREATE TABLE page_flag (
  document_id uuid    NOT NULL REFERENCES document ON DELETE CASCADE,
  page        integer NOT NULL,
  number      integer NOT NULL,             -- from 1, within its page
  code        text    NOT NULL,
  text        text    NOT NULL,
  PRIMARY KEY (document_id, page, number)
);

-- Tables page by page: a table that goes on over pages is several rows with one number.
CREATE TABLE document_table (
  document_id uuid    NOT NULL REFERENCES document ON DELETE CASCADE,
  page        integer NOT NULL,
  on_page     integer NOT NULL,             -- from 1, from top to bottom
  number      integer NOT NULL,             -- from 1, within the document
  content     jsonb   NOT NULL,
  PRIMARY KEY (document_id, page, on_page)
);
CREATE INDEX document_table_by_number ON document_table (document_id, number, page);

-- What a timetable says, and how much of it was understood.
CREATE TABLE timetable (
  document_id uuid    PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  profile     text    NOT NULL,
  rows_seen   integer NOT NULL
);
CREATE TABLE timetable_event (
  document_id uuid    NOT NULL REFERENCES document ON DELETE CASCADE,
  number      integer NOT NULL,             -- from 1, in the order of the document
  event       jsonb   NOT NULL,
  PRIMARY KEY (document_id, number)
);
