-- No row is added to an adopted revision or to a closed round.

CREATE TRIGGER horizon_adopted_never_added BEFORE INSERT ON horizon
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER level_adopted_never_added BEFORE INSERT ON level
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER checkpoint_adopted_never_added BEFORE INSERT ON checkpoint
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER cluster_adopted_never_added BEFORE INSERT ON cluster
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER node_adopted_never_added BEFORE INSERT ON node
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER indicator_adopted_never_added BEFORE INSERT ON indicator
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER use_adopted_never_added BEFORE INSERT ON use
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER target_adopted_never_added BEFORE INSERT ON target
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER mention_adopted_never_added BEFORE INSERT ON mention
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER office_adopted_never_added BEFORE INSERT ON office
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER event_adopted_never_added BEFORE INSERT ON event
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER answer_adopted_never_added BEFORE INSERT ON answer
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER rules_adopted_never_added BEFORE INSERT ON rules
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER band_adopted_never_added BEFORE INSERT ON band
WHEN NEW.revision NOT LIKE '%/draft' AND EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'no row is added to an adopted revision'); END;

CREATE TRIGGER round_reading_closed_never_added BEFORE INSERT ON round_reading
WHEN EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'round_reading' AND owner = NEW.round)
BEGIN SELECT RAISE(ABORT, 'no row is added to a closed round'); END;

CREATE TRIGGER round_gap_closed_never_added BEFORE INSERT ON round_gap
WHEN EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'round_reading' AND owner = NEW.round)
BEGIN SELECT RAISE(ABORT, 'no row is added to a closed round'); END;
