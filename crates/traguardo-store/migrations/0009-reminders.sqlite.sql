CREATE TRIGGER reminder_never_updated BEFORE UPDATE ON reminder
BEGIN SELECT RAISE(ABORT, 'a reminder is never updated'); END;

CREATE TRIGGER reminder_never_deleted BEFORE DELETE ON reminder
BEGIN SELECT RAISE(ABORT, 'a reminder is never deleted'); END;

CREATE TRIGGER reminder_never_replaced BEFORE INSERT ON reminder
WHEN EXISTS (SELECT 1 FROM reminder WHERE body = NEW.body AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a reminder is never replaced'); END;
