CREATE TRIGGER audit_content_never_updated BEFORE UPDATE ON audit_content
BEGIN SELECT RAISE(ABORT, 'a content of the audit is never updated'); END;

CREATE TRIGGER audit_content_never_deleted BEFORE DELETE ON audit_content
BEGIN SELECT RAISE(ABORT, 'a content of the audit is never deleted'); END;

CREATE TRIGGER audit_content_never_replaced BEFORE INSERT ON audit_content
WHEN EXISTS (SELECT 1 FROM audit_content WHERE entry = NEW.entry AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a content of the audit is never replaced'); END;
