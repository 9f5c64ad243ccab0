-- Who holds a claim, so that whoever lost it to another replica can no longer change it.
ALTER TABLE drop_claim ADD COLUMN replica uuid;
