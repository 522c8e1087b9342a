-- Meetings of the board. `change` counts on in the one series of everything that was ever stored; who did it, when, and the
-- newest change when their screen was drawn (`seen`) stand once for each, and what it was in the table of its kind.
CREATE TABLE meeting_deeds (
    change INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL,
    deed VARCHAR NOT NULL,
    done_at TIMESTAMP NOT NULL,
    done_by VARCHAR NOT NULL,
    seen INTEGER NOT NULL
);
CREATE TABLE meetings (
    number INTEGER PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE,
    quarter VARCHAR NOT NULL,
    held_on DATE NOT NULL,
    illustrative BOOLEAN NOT NULL
);

-- Who came and what stood on the agenda: said whole each time, the newest counts.
CREATE TABLE meeting_attendance (
    change INTEGER NOT NULL,
    place INTEGER NOT NULL,
    attendee VARCHAR NOT NULL,
    came BOOLEAN NOT NULL,
    PRIMARY KEY (change, place)
);
CREATE TABLE meeting_agenda (
    change INTEGER NOT NULL,
    place INTEGER NOT NULL,
    need VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    PRIMARY KEY (change, place)
);

-- What was asked, decided, promised, requested and ruled. `because` is the number of the challenge that it came from.
CREATE TABLE meeting_records (
    number INTEGER PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE,
    kind VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    area_code VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    asked_by VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    owner_role VARCHAR NOT NULL,
    due DATE,
    because INTEGER
);

-- What was said to it, whether the board was satisfied with that, and what changed because of it.
CREATE TABLE meeting_replies (
    number INTEGER PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE,
    record INTEGER NOT NULL,
    words VARCHAR NOT NULL,
    satisfied BOOLEAN,
    done_on DATE
);
CREATE TABLE meeting_satisfied (
    change INTEGER PRIMARY KEY,
    reply INTEGER NOT NULL,
    satisfied BOOLEAN NOT NULL
);
CREATE TABLE meeting_changed (
    change INTEGER PRIMARY KEY,
    record INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    ref VARCHAR NOT NULL
);

-- Versions of the minutes, with the chair's update; a signed one never changes.
CREATE TABLE meeting_minutes (
    number INTEGER PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE,
    words VARCHAR NOT NULL,
    told VARCHAR NOT NULL,
    signed BOOLEAN NOT NULL
);
