-- Accounts, what is granted to them, sessions, and attempts to sign in. Moments of sessions and
-- attempts are seconds since 1970: a session must not get an hour longer when the clocks change.

-- password: argon2id with its parameters and salt, as a PHC string.
CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    password TEXT NOT NULL,
    locked BIGINT NOT NULL,
    added_at TEXT NOT NULL
);

-- body '': the whole installation; office '': the whole body. Not NULL, which no key can hold.
CREATE TABLE granted (
    account TEXT NOT NULL REFERENCES account (id),
    role TEXT NOT NULL,
    body TEXT NOT NULL,
    office TEXT NOT NULL,
    PRIMARY KEY (account, role, body, office)
);

-- Of a session only the SHA-256 of its token is kept: who reads the database can use none.
CREATE TABLE session (
    digest TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    started BIGINT NOT NULL,
    used BIGINT NOT NULL
);

CREATE INDEX session_account ON session (account);

-- subject: the SHA-256 of an account's name or of a network address, so that no address of a
-- person is kept. Rows go an hour after the last attempt.
CREATE TABLE attempt (
    subject TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    last BIGINT NOT NULL,
    wait_until BIGINT NOT NULL
);
