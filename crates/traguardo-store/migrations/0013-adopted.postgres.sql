-- An adopted revision is never written again. The draft, whose id ends in /draft, is.

CREATE TRIGGER revision_adopted_never_updated BEFORE UPDATE ON revision
FOR EACH ROW WHEN (OLD.number > 0 OR NEW.number > 0) EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER revision_adopted_never_deleted BEFORE DELETE ON revision
FOR EACH ROW WHEN (OLD.number > 0) EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER revision_adopted_never_truncated BEFORE TRUNCATE ON revision
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER horizon_adopted_never_updated BEFORE UPDATE ON horizon
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER horizon_adopted_never_deleted BEFORE DELETE ON horizon
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER horizon_adopted_never_truncated BEFORE TRUNCATE ON horizon
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER level_adopted_never_updated BEFORE UPDATE ON level
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER level_adopted_never_deleted BEFORE DELETE ON level
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER level_adopted_never_truncated BEFORE TRUNCATE ON level
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER checkpoint_adopted_never_updated BEFORE UPDATE ON checkpoint
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER checkpoint_adopted_never_deleted BEFORE DELETE ON checkpoint
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER checkpoint_adopted_never_truncated BEFORE TRUNCATE ON checkpoint
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER cluster_adopted_never_updated BEFORE UPDATE ON cluster
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER cluster_adopted_never_deleted BEFORE DELETE ON cluster
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER cluster_adopted_never_truncated BEFORE TRUNCATE ON cluster
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER node_adopted_never_updated BEFORE UPDATE ON node
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER node_adopted_never_deleted BEFORE DELETE ON node
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER node_adopted_never_truncated BEFORE TRUNCATE ON node
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER indicator_adopted_never_updated BEFORE UPDATE ON indicator
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER indicator_adopted_never_deleted BEFORE DELETE ON indicator
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER indicator_adopted_never_truncated BEFORE TRUNCATE ON indicator
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER use_adopted_never_updated BEFORE UPDATE ON use
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER use_adopted_never_deleted BEFORE DELETE ON use
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER use_adopted_never_truncated BEFORE TRUNCATE ON use
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER target_adopted_never_updated BEFORE UPDATE ON target
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER target_adopted_never_deleted BEFORE DELETE ON target
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER target_adopted_never_truncated BEFORE TRUNCATE ON target
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER mention_adopted_never_updated BEFORE UPDATE ON mention
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER mention_adopted_never_deleted BEFORE DELETE ON mention
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER mention_adopted_never_truncated BEFORE TRUNCATE ON mention
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER office_adopted_never_updated BEFORE UPDATE ON office
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER office_adopted_never_deleted BEFORE DELETE ON office
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER office_adopted_never_truncated BEFORE TRUNCATE ON office
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER event_adopted_never_updated BEFORE UPDATE ON event
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER event_adopted_never_deleted BEFORE DELETE ON event
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER event_adopted_never_truncated BEFORE TRUNCATE ON event
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER answer_adopted_never_updated BEFORE UPDATE ON answer
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER answer_adopted_never_deleted BEFORE DELETE ON answer
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER answer_adopted_never_truncated BEFORE TRUNCATE ON answer
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER rules_adopted_never_updated BEFORE UPDATE ON rules
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER rules_adopted_never_deleted BEFORE DELETE ON rules
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER rules_adopted_never_truncated BEFORE TRUNCATE ON rules
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER band_adopted_never_updated BEFORE UPDATE ON band
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft' OR NEW.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER band_adopted_never_deleted BEFORE DELETE ON band
FOR EACH ROW WHEN (OLD.revision NOT LIKE '%/draft') EXECUTE FUNCTION traguardo_only_added();

CREATE TRIGGER band_adopted_never_truncated BEFORE TRUNCATE ON band
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();
