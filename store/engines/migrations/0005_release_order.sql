-- The day on which a file was published orders the releases; loading later decides nothing. What was loaded before has no
-- such day and keeps its order, that of its numbers, below every release with a day. The file itself stands in `files`.
CREATE TABLE release_days (release INTEGER PRIMARY KEY, published_on DATE NOT NULL);

CREATE TABLE release_answered (
    release INTEGER NOT NULL,
    place INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    cell VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (release, place)
);

-- A release taken back: its figures no longer count, and nothing of it is deleted.
CREATE TABLE release_withdrawals (
    release INTEGER PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE,
    withdrawn_at TIMESTAMP NOT NULL,
    withdrawn_by VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
