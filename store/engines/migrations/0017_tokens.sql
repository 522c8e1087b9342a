-- By which programs ask for figures. Only the hash of a token is kept; it belongs to one person, or, while nobody is asked
-- to sign in, to whoever works at this machine (`person` is null). What it was when it ended stays; no backup holds it.
CREATE TABLE tokens (
    number INTEGER PRIMARY KEY,
    hash VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    person INTEGER,
    account VARCHAR NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by VARCHAR NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    ended_by VARCHAR,
    ended_why VARCHAR
);
