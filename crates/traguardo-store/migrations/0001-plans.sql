-- One text for SQLite and PostgreSQL: columns are TEXT and BIGINT only. Dates are ISO, decimals
-- keep the scale they were written with, yes is 1 and no is 0, a blank is NULL. `position` keeps
-- the order in which rows were handed in.

CREATE TABLE body (
    ipa TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
);

-- The id of a plan is body/year, as on the command line; that of a revision is body/year/number.
CREATE TABLE plan (
    id TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL REFERENCES body (ipa),
    year BIGINT NOT NULL
);

CREATE TABLE revision (
    id TEXT NOT NULL PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES plan (id),
    number BIGINT NOT NULL,
    saved_by TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    UNIQUE (plan, number)
);

CREATE TABLE horizon (
    revision TEXT NOT NULL REFERENCES revision (id),
    position BIGINT NOT NULL,
    year BIGINT NOT NULL,
    PRIMARY KEY (revision, position)
);

CREATE TABLE level (
    revision TEXT NOT NULL REFERENCES revision (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (revision, position)
);

CREATE TABLE checkpoint (
    revision TEXT NOT NULL REFERENCES revision (id),
    position BIGINT NOT NULL,
    date TEXT NOT NULL,
    hand_in TEXT,
    PRIMARY KEY (revision, position)
);

-- The bodies it is compared with: any code of the index, not only those of table body.
CREATE TABLE cluster (
    revision TEXT NOT NULL REFERENCES revision (id),
    position BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (revision, position)
);

CREATE TABLE node (
    revision TEXT NOT NULL REFERENCES revision (id),
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    parent TEXT,
    level TEXT NOT NULL,
    title TEXT NOT NULL,
    quota_indicators TEXT,
    quota_children TEXT,
    weight TEXT,
    mission TEXT,
    pira BIGINT NOT NULL,
    complexity TEXT,
    capability TEXT,
    innovation TEXT,
    note TEXT,
    status TEXT,
    printed TEXT,
    printed_indicators TEXT,
    printed_children TEXT,
    PRIMARY KEY (revision, position)
);

CREATE TABLE indicator (
    revision TEXT NOT NULL REFERENCES revision (id),
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    measure TEXT,
    direction TEXT,
    formula TEXT,
    source TEXT,
    accumulates BIGINT,
    frequency TEXT,
    PRIMARY KEY (revision, position)
);

-- The use of an indicator by a node.
CREATE TABLE use (
    revision TEXT NOT NULL REFERENCES revision (id),
    position BIGINT NOT NULL,
    indicator TEXT NOT NULL,
    node TEXT NOT NULL,
    title TEXT,
    weight TEXT,
    mission TEXT,
    pira BIGINT NOT NULL,
    complexity TEXT,
    capability TEXT,
    innovation TEXT,
    note TEXT,
    status TEXT,
    printed TEXT,
    printed_indicators TEXT,
    printed_children TEXT,
    PRIMARY KEY (revision, position)
);

-- The targets of nodes and uses, as written; what they mean is read again at every load.
-- owner: node or use; owner_position: which one; kind: year, other_year, periodic or step;
-- term: the year, the day or the score that the kind asks for. It refers to its owner, in one of
-- two tables; the engine cannot check that, and checking the revision alone would cost as much as
-- writing the row. The same holds for table mention.
CREATE TABLE target (
    revision TEXT NOT NULL,
    position BIGINT NOT NULL,
    owner TEXT NOT NULL,
    owner_position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    term TEXT,
    verbatim TEXT NOT NULL,
    PRIMARY KEY (revision, position)
);

-- What nodes and uses have several of. kind: responsible or collector (the code of an office),
-- or act (as written).
CREATE TABLE mention (
    revision TEXT NOT NULL,
    position BIGINT NOT NULL,
    owner TEXT NOT NULL,
    owner_position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    mentioned TEXT NOT NULL,
    PRIMARY KEY (revision, position)
);

CREATE TABLE office (
    revision TEXT NOT NULL REFERENCES revision (id),
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    parent TEXT,
    kind TEXT,
    head TEXT,
    PRIMARY KEY (revision, position)
);

CREATE TABLE event (
    revision TEXT NOT NULL REFERENCES revision (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    date TEXT,
    act TEXT,
    PRIMARY KEY (revision, position)
);

CREATE TABLE answer (
    revision TEXT NOT NULL REFERENCES revision (id),
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    parent TEXT,
    target_column TEXT NOT NULL,
    written TEXT NOT NULL,
    means TEXT NOT NULL,
    answered_by TEXT,
    answered_on TEXT,
    PRIMARY KEY (revision, position)
);

-- One row a revision: the rules under which it is scored. cap NULL: no limit.
CREATE TABLE rules (
    revision TEXT NOT NULL REFERENCES revision (id),
    position BIGINT NOT NULL,
    valid_from TEXT,
    cap TEXT,
    floor TEXT NOT NULL,
    at_most TEXT NOT NULL,
    steps TEXT NOT NULL,
    late_points_per_day TEXT NOT NULL,
    underestimated_from TEXT NOT NULL,
    missing TEXT NOT NULL,
    not_due TEXT NOT NULL,
    without_weights TEXT NOT NULL,
    decimals BIGINT NOT NULL,
    rounding TEXT NOT NULL,
    PRIMARY KEY (revision, position)
);

CREATE TABLE band (
    revision TEXT NOT NULL REFERENCES revision (id),
    position BIGINT NOT NULL,
    from_score TEXT NOT NULL,
    name TEXT NOT NULL,
    colour TEXT NOT NULL,
    shape TEXT NOT NULL,
    PRIMARY KEY (revision, position)
);

-- Readings belong to the plan, not to a revision of it, and are only ever added.
-- kind: number, quotient, done, yes_no, judgement, not_available or unread.
CREATE TABLE reading (
    plan TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    indicator TEXT NOT NULL,
    date TEXT,
    kind TEXT NOT NULL,
    number TEXT,
    measure TEXT,
    numerator TEXT,
    denominator TEXT,
    done_on TEXT,
    yes BIGINT,
    unread TEXT,
    part BIGINT,
    state TEXT,
    source TEXT,
    note TEXT,
    body TEXT,
    recorded_at TEXT,
    recorded_by TEXT,
    reason TEXT,
    PRIMARY KEY (plan, position)
);

-- Who changed what and when, each entry with the hash of the one before; only ever added.
CREATE TABLE audit (
    number BIGINT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);

-- The last entry of the audit. Whoever writes updates this one row first, which makes writers
-- wait for each other on PostgreSQL as they do on SQLite.
CREATE TABLE audit_head (
    id BIGINT NOT NULL PRIMARY KEY,
    entries BIGINT NOT NULL,
    hash TEXT NOT NULL
);

INSERT INTO audit_head (id, entries, hash) VALUES (1, 0, '');
