-- What an owner stores is summed up over the originals that are there, not over all that there ever were.
CREATE INDEX document_stored ON document (owner) INCLUDE (size_bytes)
  WHERE original_deleted_at IS NULL AND state NOT IN ('cancelled', 'expired');

-- Same content, same owner: one document. Without what was there for that sum.
DROP INDEX document_content;
CREATE UNIQUE INDEX document_content ON document (owner, sha256)
  WHERE state NOT IN ('cancelled', 'expired');
