-- What the audit says is written whole, an adopted revision or a closed round, gets no further row:
-- its own rows come before their entry, in the same transaction. Triggers ask for that entry at
-- each row, so it has an index.
CREATE INDEX audit_content_revision ON audit_content (owner) WHERE table_name = 'revision';
CREATE INDEX audit_content_round ON audit_content (owner) WHERE table_name = 'round_reading';
