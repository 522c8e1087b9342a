-- Files that were handed in and are neither accepted nor thrown away, with what was typed about them so far. They stand
-- outside the record: they count as no change, no moment knows of them, no backup holds them, and rows go when they are done.
CREATE TABLE drafts (
    draft VARCHAR PRIMARY KEY,
    "owner" VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    begun_at TIMESTAMP NOT NULL,
    content BYTEA NOT NULL
);

CREATE TABLE draft_answers (
    draft VARCHAR NOT NULL,
    asked VARCHAR NOT NULL,
    answer VARCHAR NOT NULL,
    PRIMARY KEY (draft, asked)
);
