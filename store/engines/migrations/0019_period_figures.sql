-- Figures as other people's workbooks give them, kept as what they are: counts of a month or a year, and values that somebody
-- reported without the counts behind them. What they make of a quarter stands in `figures`.
CREATE TABLE period_figures (
    version INTEGER NOT NULL,
    place INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    area_code VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    "value" DOUBLE PRECISION,
    symbol VARCHAR,
    as_printed VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    open_to_readers BOOLEAN NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (version, kind, measure, area_code, period),
    CHECK (("value" IS NULL) <> (symbol IS NULL))
);
