-- What the OIV writes beside the scores. Rows are only ever added: a correction is a new row.

-- The context tags of a body. The last row of a code stands.
CREATE TABLE context_tag (
    body TEXT NOT NULL REFERENCES body (ipa),
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    adjustment TEXT NOT NULL,
    advice TEXT NOT NULL,
    retired BIGINT NOT NULL,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (body, position)
);

-- What the OIV observes of the body (no node), of a node, or of an indicator under a node. tags:
-- codes, a space between.
CREATE TABLE observation (
    plan TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    round TEXT NOT NULL,
    node TEXT,
    indicator TEXT,
    tags TEXT NOT NULL,
    observed TEXT NOT NULL,
    concern TEXT NOT NULL,
    remedy TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (plan, position)
);

-- The score that the OIV gives beside the measured one; blank where it was taken back.
CREATE TABLE assessment (
    plan TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    round TEXT NOT NULL,
    node TEXT,
    score TEXT,
    reason TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (plan, position)
);

-- Proposals of change. The last row of a number stands. revision: the draft in which it stands.
CREATE TABLE proposal (
    plan TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    number BIGINT NOT NULL,
    round TEXT NOT NULL,
    node TEXT NOT NULL,
    indicator TEXT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT,
    title TEXT,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    revision BIGINT,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (plan, position)
);

-- Samples of readings to verify, and all that could be drawn, so that they can be drawn again.
CREATE TABLE sample (
    plan TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    round TEXT NOT NULL,
    seed BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (plan, position)
);

-- sample and reading are positions; weight is in hundredths of a per cent; turn: when it was drawn.
CREATE TABLE sample_candidate (
    plan TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    sample BIGINT NOT NULL,
    reading BIGINT NOT NULL,
    indicator TEXT NOT NULL,
    weight BIGINT NOT NULL,
    jump_from TEXT,
    jump TEXT,
    late_days BIGINT,
    without_evidence BIGINT NOT NULL,
    turn BIGINT,
    PRIMARY KEY (plan, position)
);

-- What was looked at and found of a drawn reading. The last row of a reading stands.
CREATE TABLE work_paper (
    plan TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    sample BIGINT NOT NULL,
    reading BIGINT NOT NULL,
    looked_at TEXT NOT NULL,
    found TEXT NOT NULL,
    verdict TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (plan, position)
);

-- The parts of the minutes that are written, not computed. The last row of a round stands.
CREATE TABLE minutes (
    plan TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    round TEXT NOT NULL,
    received TEXT,
    premise TEXT NOT NULL,
    remarks TEXT NOT NULL,
    signatures BIGINT NOT NULL,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (plan, position)
);

-- Individual objectives: personal data, read only through the pages that log each look.
CREATE TABLE individual (
    plan TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    number BIGINT NOT NULL,
    round TEXT NOT NULL,
    holder TEXT NOT NULL,
    post TEXT NOT NULL,
    office TEXT,
    objective TEXT NOT NULL,
    weight TEXT,
    indicator TEXT NOT NULL,
    expected TEXT NOT NULL,
    found TEXT NOT NULL,
    concern TEXT NOT NULL,
    remedy TEXT NOT NULL,
    assessed TEXT,
    withdrawn BIGINT NOT NULL,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (plan, position)
);

-- Who looked at individual objectives, when and where: how many, and of which posts.
CREATE TABLE look (
    body TEXT NOT NULL REFERENCES body (ipa),
    position BIGINT NOT NULL,
    place TEXT NOT NULL,
    count BIGINT NOT NULL,
    posts TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (body, position)
);
