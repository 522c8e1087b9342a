-- What readers may not see, decided when something is stored and never while it is read. Decisions come in rounds: one round
-- goes by one set of rules from the first change on, with a secret by which no reader can play its choices again.
-- Without any round, as this leaves it, everything is undecided: nothing is shown until it was decided, in one transaction.
CREATE TABLE hidden_rounds (
    "round" INTEGER PRIMARY KEY,
    decided_at TIMESTAMP NOT NULL,
    rules VARCHAR NOT NULL,
    secret BYTEA NOT NULL
);

-- What was decided about each change. `withheld` says what stands against it where readers keep the state before.
CREATE TABLE hidden_decisions (
    "round" INTEGER NOT NULL,
    change INTEGER NOT NULL,
    withheld VARCHAR NOT NULL,
    protected INTEGER NOT NULL,
    seconds DOUBLE PRECISION NOT NULL,
    solver VARCHAR NOT NULL,
    PRIMARY KEY ("round", change)
);

-- What is hidden from a change on: a measure added up for an area over `span` quarters that end with `quarter`.
CREATE TABLE hidden_items (
    "round" INTEGER NOT NULL,
    change INTEGER NOT NULL,
    measure VARCHAR NOT NULL,
    area_code VARCHAR NOT NULL,
    quarter VARCHAR NOT NULL,
    span INTEGER NOT NULL,
    why VARCHAR NOT NULL,
    PRIMARY KEY ("round", change, measure, area_code, quarter, span)
);

-- What an analyst asked to let go, and what an administrator granted: `change` is that of the grant.
CREATE TABLE hidden_requests (
    number INTEGER PRIMARY KEY,
    measure VARCHAR NOT NULL,
    area_code VARCHAR NOT NULL,
    quarter VARCHAR NOT NULL,
    span INTEGER NOT NULL,
    asked_at TIMESTAMP NOT NULL,
    asked_by VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
CREATE TABLE hidden_grants (
    request INTEGER PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE,
    granted_at TIMESTAMP NOT NULL,
    granted_by VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
