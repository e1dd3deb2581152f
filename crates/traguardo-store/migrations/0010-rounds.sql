-- Closed rounds: what was fixed when a checkpoint was closed. Rows are only ever added. The plan
-- and the rules are those of the revision, whose rows never change; the readings are named by
-- their positions. body_name: the name of the body then. known: how many readings there were.
-- record: the canonical record, kept as evidence and never read to compute; hash: its SHA-256.
CREATE TABLE round (
    plan TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    checkpoint TEXT NOT NULL,
    revision BIGINT NOT NULL,
    program TEXT NOT NULL,
    closed_by TEXT NOT NULL,
    closed_at TEXT NOT NULL,
    reason TEXT,
    body_name TEXT NOT NULL,
    known BIGINT NOT NULL,
    record TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (plan, position),
    UNIQUE (plan, checkpoint)
);

-- round: the plan and the checkpoint, as body/year/date; reading: a position among the readings of
-- the plan; standing: counted, reference or beside.
CREATE TABLE round_reading (
    round TEXT NOT NULL,
    position BIGINT NOT NULL,
    reading BIGINT NOT NULL,
    standing TEXT NOT NULL,
    checked_by TEXT,
    checked_at TEXT,
    PRIMARY KEY (round, position)
);

-- What was missing when the round was closed. kind: owed, note, sent_back, unchecked, suspended.
CREATE TABLE round_gap (
    round TEXT NOT NULL,
    position BIGINT NOT NULL,
    indicator TEXT NOT NULL,
    part BIGINT,
    kind TEXT NOT NULL,
    PRIMARY KEY (round, position)
);
