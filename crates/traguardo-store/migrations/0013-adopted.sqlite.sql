-- An adopted revision is never written again. The draft, whose id ends in /draft, is.

CREATE TRIGGER revision_adopted_never_updated BEFORE UPDATE ON revision
WHEN OLD.number > 0 OR NEW.number > 0
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER revision_adopted_never_deleted BEFORE DELETE ON revision
WHEN OLD.number > 0
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER revision_adopted_never_replaced BEFORE INSERT ON revision
WHEN NEW.number > 0 AND EXISTS (SELECT 1 FROM revision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER horizon_adopted_never_updated BEFORE UPDATE ON horizon
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER horizon_adopted_never_deleted BEFORE DELETE ON horizon
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER horizon_adopted_never_replaced BEFORE INSERT ON horizon
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM horizon WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER level_adopted_never_updated BEFORE UPDATE ON level
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER level_adopted_never_deleted BEFORE DELETE ON level
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER level_adopted_never_replaced BEFORE INSERT ON level
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM level WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER checkpoint_adopted_never_updated BEFORE UPDATE ON checkpoint
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER checkpoint_adopted_never_deleted BEFORE DELETE ON checkpoint
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER checkpoint_adopted_never_replaced BEFORE INSERT ON checkpoint
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM checkpoint WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER cluster_adopted_never_updated BEFORE UPDATE ON cluster
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER cluster_adopted_never_deleted BEFORE DELETE ON cluster
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER cluster_adopted_never_replaced BEFORE INSERT ON cluster
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM cluster WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER node_adopted_never_updated BEFORE UPDATE ON node
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER node_adopted_never_deleted BEFORE DELETE ON node
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER node_adopted_never_replaced BEFORE INSERT ON node
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM node WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER indicator_adopted_never_updated BEFORE UPDATE ON indicator
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER indicator_adopted_never_deleted BEFORE DELETE ON indicator
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER indicator_adopted_never_replaced BEFORE INSERT ON indicator
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM indicator WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER use_adopted_never_updated BEFORE UPDATE ON use
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER use_adopted_never_deleted BEFORE DELETE ON use
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER use_adopted_never_replaced BEFORE INSERT ON use
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM use WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER target_adopted_never_updated BEFORE UPDATE ON target
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER target_adopted_never_deleted BEFORE DELETE ON target
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER target_adopted_never_replaced BEFORE INSERT ON target
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM target WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER mention_adopted_never_updated BEFORE UPDATE ON mention
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER mention_adopted_never_deleted BEFORE DELETE ON mention
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER mention_adopted_never_replaced BEFORE INSERT ON mention
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM mention WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER office_adopted_never_updated BEFORE UPDATE ON office
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER office_adopted_never_deleted BEFORE DELETE ON office
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER office_adopted_never_replaced BEFORE INSERT ON office
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM office WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER event_adopted_never_updated BEFORE UPDATE ON event
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER event_adopted_never_deleted BEFORE DELETE ON event
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER event_adopted_never_replaced BEFORE INSERT ON event
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM event WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER answer_adopted_never_updated BEFORE UPDATE ON answer
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER answer_adopted_never_deleted BEFORE DELETE ON answer
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER answer_adopted_never_replaced BEFORE INSERT ON answer
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM answer WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER rules_adopted_never_updated BEFORE UPDATE ON rules
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER rules_adopted_never_deleted BEFORE DELETE ON rules
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER rules_adopted_never_replaced BEFORE INSERT ON rules
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM rules WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;

CREATE TRIGGER band_adopted_never_updated BEFORE UPDATE ON band
WHEN OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never updated'); END;

CREATE TRIGGER band_adopted_never_deleted BEFORE DELETE ON band
WHEN OLD.revision NOT LIKE '%/draft'
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never deleted'); END;

CREATE TRIGGER band_adopted_never_replaced BEFORE INSERT ON band
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM band WHERE revision = NEW.revision AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'an adopted revision is never replaced'); END;
