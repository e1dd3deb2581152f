-- What each entry of the audit has written, as a digest for each table and owner, so that what is
-- stored can be compared with what was written. first_row and row_count say which positions the
-- digest covers; tables without positions have one row. The hash of the entry covers these too.
-- A column that is blank does not count in a digest: columns that are added later must be blank
-- in the rows that are there.
CREATE TABLE audit_content (
    entry BIGINT NOT NULL REFERENCES audit (number),
    position BIGINT NOT NULL,
    table_name TEXT NOT NULL,
    owner TEXT NOT NULL,
    first_row BIGINT NOT NULL,
    row_count BIGINT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (entry, position)
);
