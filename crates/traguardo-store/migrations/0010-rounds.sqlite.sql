CREATE TRIGGER round_never_updated BEFORE UPDATE ON round
BEGIN SELECT RAISE(ABORT, 'a closed round is never updated'); END;

CREATE TRIGGER round_never_deleted BEFORE DELETE ON round
BEGIN SELECT RAISE(ABORT, 'a closed round is never deleted'); END;

CREATE TRIGGER round_never_replaced BEFORE INSERT ON round
WHEN EXISTS (SELECT 1 FROM round WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a closed round is never replaced'); END;

CREATE TRIGGER round_reading_never_updated BEFORE UPDATE ON round_reading
BEGIN SELECT RAISE(ABORT, 'a reading of a round is never updated'); END;

CREATE TRIGGER round_reading_never_deleted BEFORE DELETE ON round_reading
BEGIN SELECT RAISE(ABORT, 'a reading of a round is never deleted'); END;

CREATE TRIGGER round_reading_never_replaced BEFORE INSERT ON round_reading
WHEN EXISTS (SELECT 1 FROM round_reading WHERE round = NEW.round AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a reading of a round is never replaced'); END;

CREATE TRIGGER round_gap_never_updated BEFORE UPDATE ON round_gap
BEGIN SELECT RAISE(ABORT, 'a gap of a round is never updated'); END;

CREATE TRIGGER round_gap_never_deleted BEFORE DELETE ON round_gap
BEGIN SELECT RAISE(ABORT, 'a gap of a round is never deleted'); END;

CREATE TRIGGER round_gap_never_replaced BEFORE INSERT ON round_gap
WHEN EXISTS (SELECT 1 FROM round_gap WHERE round = NEW.round AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a gap of a round is never replaced'); END;
