-- What each version speaks for: its figures and each sheet of words, by organisation, quarter and workstream. A version
-- that has no row here was accepted before there were any: it speaks for the whole of its scope, as it did.
CREATE TABLE parts (
    version INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    quarter VARCHAR NOT NULL,
    workstream INTEGER NOT NULL,
    PRIMARY KEY (version, sheet, organisation, quarter, workstream)
);
