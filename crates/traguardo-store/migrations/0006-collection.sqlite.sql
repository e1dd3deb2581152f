CREATE TRIGGER mark_never_updated BEFORE UPDATE ON mark
BEGIN SELECT RAISE(ABORT, 'a mark is never updated'); END;

CREATE TRIGGER mark_never_deleted BEFORE DELETE ON mark
BEGIN SELECT RAISE(ABORT, 'a mark is never deleted'); END;

CREATE TRIGGER mark_never_replaced BEFORE INSERT ON mark
WHEN EXISTS (SELECT 1 FROM mark WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a mark is never replaced'); END;

CREATE TRIGGER evidence_never_updated BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'an evidence is never updated'); END;

CREATE TRIGGER evidence_never_deleted BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'an evidence is never deleted'); END;

CREATE TRIGGER evidence_never_replaced BEFORE INSERT ON evidence
WHEN EXISTS (SELECT 1 FROM evidence WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an evidence is never replaced'); END;

CREATE TRIGGER saving_never_updated BEFORE UPDATE ON saving
BEGIN SELECT RAISE(ABORT, 'a saving is never updated'); END;

CREATE TRIGGER saving_never_deleted BEFORE DELETE ON saving
BEGIN SELECT RAISE(ABORT, 'a saving is never deleted'); END;

CREATE TRIGGER saving_never_replaced BEFORE INSERT ON saving
WHEN EXISTS (SELECT 1 FROM saving WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a saving is never replaced'); END;
