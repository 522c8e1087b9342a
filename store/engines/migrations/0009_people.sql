-- Who may sign in. `issuer` and `subject` tell a person apart for good: ours is 'local', with the person's number.
-- These tables are no record of figures: what is over (a role, a password, a link, a session) goes.
CREATE TABLE persons (
    number INTEGER PRIMARY KEY,
    name VARCHAR NOT NULL,
    issuer VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    added_at TIMESTAMP NOT NULL,
    added_by VARCHAR NOT NULL,
    removed_at TIMESTAMP,
    removed_by VARCHAR
);

CREATE TABLE roles (person INTEGER NOT NULL, role VARCHAR NOT NULL, PRIMARY KEY (person, role));

-- The hash says with which parameters it was made.
CREATE TABLE passwords (person INTEGER PRIMARY KEY, hash VARCHAR NOT NULL, set_at TIMESTAMP NOT NULL);

-- A link by which one person sets a password, once. Only its hash is kept.
CREATE TABLE one_time_links (hash VARCHAR PRIMARY KEY, person INTEGER NOT NULL, made_at TIMESTAMP NOT NULL);

-- Who is signed in, by the hash of a random cookie. `roles` came with the sign-in, from another issuer's claims.
CREATE TABLE sessions (
    hash VARCHAR PRIMARY KEY,
    person INTEGER NOT NULL,
    roles VARCHAR NOT NULL,
    came_from VARCHAR NOT NULL,
    begun_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    ended_why VARCHAR
);
