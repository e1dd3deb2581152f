-- How many readings somebody was told of that wait for their check; blank for none.
ALTER TABLE reminder ADD COLUMN to_check BIGINT;
