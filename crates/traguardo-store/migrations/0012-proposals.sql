-- What becomes of proposals: state adopted, with the revision that took it up; declined, with the
-- reason in answer.
ALTER TABLE proposal ADD COLUMN answer TEXT;
