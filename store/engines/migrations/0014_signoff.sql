-- The sign-off of quarters: sent for review, approved, published, withdrawn. Rows are added and never changed. `shows_at` is the
-- moment whose state was signed, `rests_on` the change of the deed before it, `seen` the newest change that was on the screen,
-- `embargo` when a publication begins to be shown, where not at once.
CREATE TABLE sign_offs (
    change INTEGER PRIMARY KEY,
    quarter VARCHAR NOT NULL,
    deed VARCHAR NOT NULL,
    done_at TIMESTAMP NOT NULL,
    done_by VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    seen INTEGER NOT NULL,
    shows_at TIMESTAMP NOT NULL,
    rests_on INTEGER,
    embargo TIMESTAMP
);
