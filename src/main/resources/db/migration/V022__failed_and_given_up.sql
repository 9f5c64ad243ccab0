-- Both channels of failed documents, last ended first. With what they are counted by: their rows lie far apart.
DROP INDEX document_failed;
CREATE INDEX document_failed ON document ((coalesce(completed_at, received_at)) DESC, id DESC) INCLUDE (failure_code)
  WHERE state IN ('dead', 'invalid');

-- The sweeper: claims of dropped files that were given up. Settled ones stay for as long as their files do.
CREATE INDEX drop_claim_unsettled ON drop_claim (lease_until) WHERE settled_at IS NULL;
