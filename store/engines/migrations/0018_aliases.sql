-- Names that people added: what somebody means by a name, always, in whatever is handed in from then on. What was accepted is
-- stored as understood, so that nothing of it depends on them. Rows are added and never changed.
CREATE TABLE aliases (
    number INTEGER PRIMARY KEY,
    kind VARCHAR NOT NULL,
    thing VARCHAR NOT NULL,
    called VARCHAR NOT NULL,
    added_at TIMESTAMP NOT NULL,
    added_by VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
CREATE TABLE alias_withdrawals (
    alias INTEGER PRIMARY KEY,
    withdrawn_at TIMESTAMP NOT NULL,
    withdrawn_by VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
