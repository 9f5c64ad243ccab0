-- A key from SLUICE_API_KEY ends some time after a later start brought its owner another one. Keys that ops made do not.
ALTER TABLE api_key ADD COLUMN configured boolean NOT NULL DEFAULT false;
ALTER TABLE api_key ADD COLUMN ends_at timestamptz;
UPDATE api_key SET configured = true
  WHERE label = 'bootstrap' AND role = 'user' AND id::text NOT IN (SELECT target FROM audit_event WHERE target IS NOT NULL);

-- Unfinished uploads count among what their owner stores, but for the one that is about to be this document.
ALTER TABLE resumable_upload ADD COLUMN entering uuid;
CREATE INDEX resumable_upload_by_owner ON resumable_upload (owner) WHERE document_id IS NULL;
