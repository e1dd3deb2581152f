-- What becomes of a reading after it is recorded: rows are only ever added. `reading` is the
-- position of a reading of the same plan.

-- verdict: checked or sent_back, with the reason as comment.
CREATE TABLE mark (
    plan TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    reading BIGINT NOT NULL,
    verdict TEXT NOT NULL,
    comment TEXT,
    marked_by TEXT NOT NULL,
    marked_at TEXT NOT NULL,
    PRIMARY KEY (plan, position),
    FOREIGN KEY (plan, reading) REFERENCES reading (plan, position)
);

-- A file has media, bytes and sha256 (its name in the folder `prove`), a link has an address.
CREATE TABLE evidence (
    plan TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    reading BIGINT NOT NULL,
    name TEXT NOT NULL,
    media TEXT,
    bytes BIGINT,
    sha256 TEXT,
    link TEXT,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (plan, position),
    FOREIGN KEY (plan, reading) REFERENCES reading (plan, position)
);

-- The key with which a reading was saved: a save that is tried again with it is not made twice.
-- `position` is that of the reading.
CREATE TABLE saving (
    plan TEXT NOT NULL,
    position BIGINT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (plan, position),
    UNIQUE (plan, key),
    FOREIGN KEY (plan, position) REFERENCES reading (plan, position)
);

-- The readings of one indicator on one day, without looking at all others.
CREATE INDEX reading_of ON reading (plan, indicator, date);

-- When a revision was last written.
CREATE INDEX audit_content_owner ON audit_content (owner, entry);
