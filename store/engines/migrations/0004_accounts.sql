-- Who did it, beside the name that was said: the account at this machine. What was stored before has none.
CREATE TABLE accounts (change INTEGER PRIMARY KEY, account VARCHAR NOT NULL);
