CREATE TRIGGER audit_content_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_content
FOR EACH STATEMENT EXECUTE FUNCTION traguardo_only_added();
