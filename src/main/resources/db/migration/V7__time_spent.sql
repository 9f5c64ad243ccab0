-- What a document's failed attempts took in all, instead of a time of day by which they must have begun: a night in
-- which nobody worked on it is not its fault.
ALTER TABLE document DROP COLUMN give_up_at;
ALTER TABLE document ADD COLUMN millis_spent bigint NOT NULL DEFAULT 0;
ALTER TABLE part DROP COLUMN give_up_at;
ALTER TABLE part ADD COLUMN millis_spent bigint NOT NULL DEFAULT 0;
