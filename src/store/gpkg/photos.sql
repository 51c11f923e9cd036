-- Schema 2: photos of surveys. Their bytes lie in files named by the hash.
CREATE TABLE photo (
    survey INTEGER NOT NULL REFERENCES survey (id),
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    longitude REAL,
    latitude REAL,
    taken TEXT,
    added TEXT NOT NULL,
    PRIMARY KEY (survey, name, hash)
);
UPDATE inventory_schema SET version = 2;
