-- Revisions of a plan. An adopted one has a number from 1 on and never changes. The draft of a plan,
-- of which there is one at most, has the number 0 and the id body/year/draft; adopting it writes it
-- anew under the next number. structure: the revision whose rows this one shares, all but its
-- answers; NULL: it has its own. origin NULL: a hand-in. act_…: what adopted it. opened_…: who made
-- the draft; version: how often it was saved, for whoever comes second.
ALTER TABLE revision ADD COLUMN origin TEXT;
ALTER TABLE revision ADD COLUMN structure TEXT;
ALTER TABLE revision ADD COLUMN based_on BIGINT;
ALTER TABLE revision ADD COLUMN reason TEXT;
ALTER TABLE revision ADD COLUMN act_organ TEXT;
ALTER TABLE revision ADD COLUMN act_number TEXT;
ALTER TABLE revision ADD COLUMN act_date TEXT;
ALTER TABLE revision ADD COLUMN act_file TEXT;
ALTER TABLE revision ADD COLUMN act_hash TEXT;
ALTER TABLE revision ADD COLUMN opened_by TEXT;
ALTER TABLE revision ADD COLUMN opened_at TEXT;
ALTER TABLE revision ADD COLUMN version BIGINT;
