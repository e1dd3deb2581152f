-- The card of an objective: what its sheet says, and the score that the OIV gives beside the
-- measured one, which is never stored.

ALTER TABLE node ADD COLUMN card_reference TEXT;
ALTER TABLE node ADD COLUMN card_kind TEXT;
ALTER TABLE node ADD COLUMN card_benefit TEXT;
ALTER TABLE node ADD COLUMN card_result TEXT;
ALTER TABLE node ADD COLUMN assessed TEXT;
ALTER TABLE node ADD COLUMN assessed_reason TEXT;
