-- Schema 1 of an inventory. `user_version` belongs to the format, so the version of this has its own table.
CREATE TABLE inventory_schema (version INTEGER NOT NULL);
INSERT INTO inventory_schema VALUES (1);

-- A survey is staged until it came in whole.
CREATE TABLE survey (
    id INTEGER PRIMARY KEY,
    begun TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    replaces INTEGER REFERENCES survey (id),
    staged BOOLEAN NOT NULL
);
CREATE TABLE survey_event (
    survey INTEGER NOT NULL REFERENCES survey (id),
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    objections TEXT NOT NULL,
    by_survey INTEGER REFERENCES survey (id),
    PRIMARY KEY (survey, number)
);
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    survey INTEGER NOT NULL REFERENCES survey (id),
    file TEXT NOT NULL,
    hash TEXT NOT NULL,
    about TEXT
);
CREATE INDEX source_of_survey ON source (survey);
CREATE TABLE source_table (
    source INTEGER NOT NULL REFERENCES source (id),
    number INTEGER NOT NULL,
    about TEXT NOT NULL,
    PRIMARY KEY (source, number)
);
-- The id is the number of the source times 2^32 plus the number of the row in it,
-- so that the rows of a source lie together, in their order, and each can be there once.
CREATE TABLE observation (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    place POINT,
    table_number INTEGER NOT NULL,
    source_row INTEGER NOT NULL,
    facility TEXT,
    observed_on DATE,
    known_at TEXT,
    packed BLOB NOT NULL
);
-- A table of attributes among the contents keeps the others from being shown as layers.
INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES
    ('observation', 'features', 'observation', 4326),
    ('survey', 'attributes', 'survey', NULL);
INSERT INTO gpkg_geometry_columns VALUES ('observation', 'place', 'POINT', 4326, 0, 0);
