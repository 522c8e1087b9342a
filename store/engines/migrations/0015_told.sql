-- What each role was last told by a digest, so that nothing is said to it twice. It is no part of the record: it says what was
-- said, and what is known does not depend on it. A telling is one digest; it holds the state of each thing that it spoke of.
CREATE TABLE tellings (
    number INTEGER PRIMARY KEY,
    told_role VARCHAR NOT NULL,
    told_at TIMESTAMP NOT NULL
);
CREATE TABLE told (
    telling INTEGER NOT NULL,
    place INTEGER NOT NULL,
    thing VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    PRIMARY KEY (telling, place)
);
