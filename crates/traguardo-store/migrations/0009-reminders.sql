-- Where somebody is written to; what bodies set about themselves; and which reminders were sent.

ALTER TABLE account ADD COLUMN mail TEXT;

-- All settings of a body are written anew at once, each with who set it last.
CREATE TABLE body_setting (
    body TEXT NOT NULL REFERENCES body (ipa),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    set_by TEXT NOT NULL,
    set_at TEXT NOT NULL,
    PRIMARY KEY (body, position)
);

-- A reminder is written down before it is sent, so that none is sent twice; a second row says
-- that it could not be. Neither the address nor the text is kept.
CREATE TABLE reminder (
    body TEXT NOT NULL REFERENCES body (ipa),
    position BIGINT NOT NULL,
    person TEXT NOT NULL,
    day TEXT NOT NULL,
    outcome TEXT NOT NULL,
    own BIGINT NOT NULL,
    late BIGINT NOT NULL,
    of_others BIGINT NOT NULL,
    sent_by TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (body, position)
);

CREATE INDEX reminder_person ON reminder (body, person, day);
