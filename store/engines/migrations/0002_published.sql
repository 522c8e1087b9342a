-- What national publishers print, release by release. A later load of the same figure counts; the earlier one stays.
CREATE TABLE releases (
    number INTEGER PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE,
    release VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    loaded_at TIMESTAMP NOT NULL,
    loaded_by VARCHAR NOT NULL
);

CREATE TABLE published (
    release INTEGER NOT NULL,
    figure VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    area_code VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    period_basis VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    numerator DOUBLE PRECISION,
    denominator DOUBLE PRECISION,
    "value" DOUBLE PRECISION,
    symbol VARCHAR,
    unit VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    file VARCHAR NOT NULL,
    "row" INTEGER NOT NULL,
    PRIMARY KEY (release, figure, area_code, period)
);
