-- The account that each hidden figure was asked for with, and what was refused: neither changes what is shown.
CREATE TABLE hidden_askers (
    request INTEGER PRIMARY KEY,
    account VARCHAR NOT NULL
);

CREATE TABLE hidden_refusals (
    request INTEGER PRIMARY KEY,
    refused_at TIMESTAMP NOT NULL,
    refused_by VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
