-- Layouts that people made of other people's spreadsheets, and with which layout a version was read, as it was then: a later
-- layout alters nothing that was accepted. Rows are added and never changed.
CREATE TABLE layouts (
    number INTEGER PRIMARY KEY,
    name VARCHAR NOT NULL,
    layout VARCHAR NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
CREATE TABLE layout_withdrawals (
    number INTEGER PRIMARY KEY,
    withdrawn_at TIMESTAMP NOT NULL,
    withdrawn_by VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
CREATE TABLE read_by (
    version INTEGER PRIMARY KEY,
    name VARCHAR NOT NULL,
    layout VARCHAR NOT NULL
);
