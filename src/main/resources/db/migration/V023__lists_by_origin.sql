-- Lists of what was dropped, which may be little among much that was uploaded. Uploads don't pay for it.
CREATE INDEX document_dropped ON document (owner, origin, id DESC) WHERE origin <> 'http';
