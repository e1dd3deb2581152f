-- No row is added to an adopted revision or to a closed round.

CREATE OR REPLACE FUNCTION traguardo_revision_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'revision' AND owner = NEW.revision) THEN
        RAISE EXCEPTION 'no row is added to an adopted revision in %', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION traguardo_round_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM audit_content WHERE table_name = 'round_reading' AND owner = NEW.round) THEN
        RAISE EXCEPTION 'no row is added to a closed round in %', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER horizon_adopted_never_added BEFORE INSERT ON horizon
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER level_adopted_never_added BEFORE INSERT ON level
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER checkpoint_adopted_never_added BEFORE INSERT ON checkpoint
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER cluster_adopted_never_added BEFORE INSERT ON cluster
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER node_adopted_never_added BEFORE INSERT ON node
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER indicator_adopted_never_added BEFORE INSERT ON indicator
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER use_adopted_never_added BEFORE INSERT ON use
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER target_adopted_never_added BEFORE INSERT ON target
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER mention_adopted_never_added BEFORE INSERT ON mention
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER office_adopted_never_added BEFORE INSERT ON office
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER event_adopted_never_added BEFORE INSERT ON event
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER answer_adopted_never_added BEFORE INSERT ON answer
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER rules_adopted_never_added BEFORE INSERT ON rules
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER band_adopted_never_added BEFORE INSERT ON band
FOR EACH ROW WHEN (NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_revision_whole();

CREATE TRIGGER round_reading_closed_never_added BEFORE INSERT ON round_reading
FOR EACH ROW EXECUTE FUNCTION traguardo_round_whole();

CREATE TRIGGER round_gap_closed_never_added BEFORE INSERT ON round_gap
FOR EACH ROW EXECUTE FUNCTION traguardo_round_whole();
