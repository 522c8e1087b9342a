-- Packs that were sent and are kept. They are no part of the record: what is known does not depend on them. `signed` is the change
-- of the approval or publication whose state it is of, `snapshot_at` and `change` the point of the store it was made of. What a pack
-- said stands beside its files line by line, so that it can be held against what stands later, and so that a redaction finds words
-- in it; a line's `exact` is a figure unrounded. A file keeps its hash in `digest` also once a redaction took its bytes away.
CREATE TABLE kept_packs (
    number INTEGER PRIMARY KEY,
    id VARCHAR NOT NULL,
    quarter VARCHAR NOT NULL,
    snapshot_at TIMESTAMP NOT NULL,
    change INTEGER NOT NULL,
    signed INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    program VARCHAR NOT NULL,
    definitions VARCHAR NOT NULL
);
CREATE TABLE kept_pack_sendings (
    pack INTEGER NOT NULL,
    place INTEGER NOT NULL,
    recipients VARCHAR NOT NULL,
    sent_at TIMESTAMP NOT NULL,
    sent_by VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    PRIMARY KEY (pack, place)
);
CREATE TABLE kept_pack_files (
    pack INTEGER NOT NULL,
    place INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    length INTEGER NOT NULL,
    digest VARCHAR NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (pack, place)
);
CREATE TABLE kept_pack_lines (
    pack INTEGER NOT NULL,
    place INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    about VARCHAR NOT NULL,
    area_code VARCHAR NOT NULL,
    quarter VARCHAR NOT NULL,
    heading VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    exact VARCHAR NOT NULL,
    PRIMARY KEY (pack, place)
);
CREATE TABLE redacted_packs (
    pack INTEGER PRIMARY KEY,
    redaction INTEGER NOT NULL
);
