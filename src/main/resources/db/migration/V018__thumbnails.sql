-- Pictures of first pages, made when they were first asked for; or why there is none.
CREATE TABLE thumbnail (
  document_id    uuid        NOT NULL REFERENCES document ON DELETE CASCADE,
  size           integer     NOT NULL,        -- of the longer side, in pixels
  renderer       text        NOT NULL,        -- version of what drew it
  png            bytea,
  failure_code   text,
  failure_detail text,
  made_at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (document_id, size),
  CHECK ((png IS NULL) = (failure_code IS NOT NULL))
);

-- Where the original goes, its picture goes, too, whoever gives it up.
CREATE FUNCTION drop_thumbnails() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM thumbnail WHERE document_id = NEW.id;
  RETURN NULL;
END
$$;

CREATE TRIGGER document_thumbnails AFTER UPDATE OF original_deleted_at ON document
  FOR EACH ROW WHEN (OLD.original_deleted_at IS NULL AND NEW.original_deleted_at IS NOT NULL)
  EXECUTE FUNCTION drop_thumbnails();
