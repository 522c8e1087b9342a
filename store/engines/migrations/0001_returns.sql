-- What was accepted, and what it said. Rows are added and never changed: a correction is another version.
CREATE TABLE migrations (number INTEGER PRIMARY KEY, name VARCHAR NOT NULL, applied_at TIMESTAMP NOT NULL);

-- Every original file, once.
CREATE TABLE files (sha256 VARCHAR PRIMARY KEY, content BYTEA NOT NULL);

-- `change` counts everything that was ever stored, in one series; `withdraws` is the version taken back, once.
CREATE TABLE versions (
    number INTEGER PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE,
    kind VARCHAR NOT NULL,
    quarter VARCHAR,
    workstreams INTEGER[] NOT NULL,
    organisation VARCHAR NOT NULL,
    lead_role VARCHAR NOT NULL,
    prepared_by VARCHAR NOT NULL,
    data_as_at DATE,
    status VARCHAR NOT NULL,
    illustrative BOOLEAN NOT NULL,
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL REFERENCES files,
    accepted_at TIMESTAMP NOT NULL,
    accepted_by VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    withdraws INTEGER UNIQUE,
    CHECK ((kind = 'history') = (quarter IS NULL))
);

-- Missing is never zero: a figure has a value or the symbol that says why not.
CREATE TABLE figures (
    version INTEGER NOT NULL,
    workstream INTEGER NOT NULL,
    measure VARCHAR NOT NULL,
    area_code VARCHAR NOT NULL,
    quarter VARCHAR NOT NULL,
    value DOUBLE PRECISION,
    symbol VARCHAR,
    sheet VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (version, measure, area_code, quarter),
    CHECK ((value IS NULL) <> (symbol IS NULL))
);

CREATE TABLE entries (
    version INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    "row" INTEGER NOT NULL,
    heading VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    "text" VARCHAR NOT NULL
);

CREATE TABLE answered (
    version INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    cell VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
