-- The order in which a file gives its figures, entries and answers is stated: the place within its version, from 1.
-- Until now it was the order in which rows happened to be kept (`rowid`), which no engine promises: written down once here.
CREATE TABLE placed_figures (
    version INTEGER NOT NULL,
    place INTEGER NOT NULL,
    workstream INTEGER NOT NULL,
    measure VARCHAR NOT NULL,
    area_code VARCHAR NOT NULL,
    quarter VARCHAR NOT NULL,
    "value" DOUBLE PRECISION,
    symbol VARCHAR,
    sheet VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (version, measure, area_code, quarter),
    CHECK (("value" IS NULL) <> (symbol IS NULL))
);
INSERT INTO placed_figures
    SELECT version, row_number() OVER (PARTITION BY version ORDER BY rowid), workstream, measure, area_code, quarter,
        "value", symbol, sheet, ref, status, note
    FROM figures ORDER BY rowid;
DROP TABLE figures;
ALTER TABLE placed_figures RENAME TO figures;

CREATE TABLE placed_entries (
    version INTEGER NOT NULL,
    place INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    "row" INTEGER NOT NULL,
    heading VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    "text" VARCHAR NOT NULL,
    PRIMARY KEY (version, place)
);
INSERT INTO placed_entries
    SELECT version, row_number() OVER (PARTITION BY version ORDER BY rowid), sheet, "row", heading, ref, "text"
    FROM entries ORDER BY rowid;
DROP TABLE entries;
ALTER TABLE placed_entries RENAME TO entries;

CREATE TABLE placed_answered (
    version INTEGER NOT NULL,
    place INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    cell VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (version, place)
);
INSERT INTO placed_answered
    SELECT version, row_number() OVER (PARTITION BY version ORDER BY rowid), rule, severity, sheet, cell, message, reason
    FROM answered ORDER BY rowid;
DROP TABLE answered;
ALTER TABLE placed_answered RENAME TO answered;
