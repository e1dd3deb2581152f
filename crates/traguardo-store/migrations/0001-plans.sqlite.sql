-- The only part of the schema that the engines spell differently: what is only ever added.

CREATE TRIGGER reading_never_updated BEFORE UPDATE ON reading
BEGIN SELECT RAISE(ABORT, 'a reading is never updated'); END;

CREATE TRIGGER reading_never_deleted BEFORE DELETE ON reading
BEGIN SELECT RAISE(ABORT, 'a reading is never deleted'); END;

CREATE TRIGGER reading_never_replaced BEFORE INSERT ON reading
WHEN EXISTS (SELECT 1 FROM reading WHERE plan = NEW.plan AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a reading is never replaced'); END;

CREATE TRIGGER audit_never_updated BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'an entry of the audit is never updated'); END;

CREATE TRIGGER audit_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'an entry of the audit is never deleted'); END;

CREATE TRIGGER audit_never_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'an entry of the audit is never replaced'); END;
