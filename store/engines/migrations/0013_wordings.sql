-- Words that were written on screen and not returned: one row of a sheet of words each, for one quarter. Rows are added and
-- never changed: another wording is another row, and one that was withdrawn counts no more.
CREATE TABLE wordings (
    number INTEGER PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE,
    sheet VARCHAR NOT NULL,
    quarter VARCHAR NOT NULL,
    illustrative BOOLEAN NOT NULL,
    written_at TIMESTAMP NOT NULL,
    written_by VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);

-- What it says under each heading of its sheet, in the order of the sheet; what is blank has no row.
CREATE TABLE wording_cells (
    wording INTEGER NOT NULL,
    place INTEGER NOT NULL,
    heading VARCHAR NOT NULL,
    "text" VARCHAR NOT NULL,
    PRIMARY KEY (wording, place)
);

-- The queries that whoever wrote it answered, as they are kept of a return; `cell` is the heading asked about.
CREATE TABLE wording_answered (
    wording INTEGER NOT NULL,
    place INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    cell VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (wording, place)
);

CREATE TABLE wording_withdrawals (
    wording INTEGER PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE,
    withdrawn_at TIMESTAMP NOT NULL,
    withdrawn_by VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
