-- What people did and looked at, in a series of its own: it is no change, and no moment of the record knows of it.
-- `sealed` is the SHA-256 of `salt` and the words of the row; `hash` that of its number, moment, deed, `sealed` and the hash
-- before (store/log.py says of which bytes). Where words were redacted the salt is gone, so that nobody can try words
-- against what is left, and a later row whose `redacts` names this one vouches for what stands there now.
CREATE TABLE log (
    number INTEGER PRIMARY KEY,
    happened_at TIMESTAMP NOT NULL,
    deed VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    came_from VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    redacts INTEGER,
    salt VARCHAR NOT NULL,
    sealed VARCHAR NOT NULL,
    hash VARCHAR NOT NULL
);

-- The newest row said once more: a log that was cut off ends before it.
CREATE TABLE log_end (one INTEGER PRIMARY KEY, number INTEGER NOT NULL, hash VARCHAR NOT NULL);

-- Backups that the app began, by its clock or because somebody asked. One without an end is being made, or was cut short.
CREATE TABLE backup_runs (
    number INTEGER PRIMARY KEY,
    why VARCHAR NOT NULL,
    begun_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    folder VARCHAR NOT NULL,
    failure VARCHAR NOT NULL
);

-- What an analyst named to be redacted: a file, an entry or words. The words stand here until somebody has ruled.
CREATE TABLE redactions (
    number INTEGER PRIMARY KEY,
    kind VARCHAR NOT NULL,
    version INTEGER,
    release INTEGER,
    sheet VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    asked_at TIMESTAMP NOT NULL,
    asked_by VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
CREATE TABLE redaction_rulings (
    redaction INTEGER PRIMARY KEY,
    carried_out BOOLEAN NOT NULL,
    ruled_at TIMESTAMP NOT NULL,
    ruled_by VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);

-- Original files whose bytes are gone, by what stands in the place of their hash.
CREATE TABLE redacted_files (sha256 VARCHAR PRIMARY KEY, redaction INTEGER NOT NULL);
