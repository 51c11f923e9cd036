-- Schema 1 of an inventory on a server. What is text here is text in a file too: a day and a time as they
-- were told, to the last digit, and JSON that may hold what PostgreSQL's own JSON cannot.
CREATE TABLE barrierfree.inventory_schema (version bigint NOT NULL);
INSERT INTO barrierfree.inventory_schema VALUES (1);

-- A survey is staged until it came in whole.
CREATE TABLE barrierfree.survey (
    id bigint PRIMARY KEY,
    begun text NOT NULL,
    fingerprint text NOT NULL,
    replaces bigint REFERENCES barrierfree.survey (id),
    staged boolean NOT NULL
);
CREATE TABLE barrierfree.survey_event (
    survey bigint NOT NULL REFERENCES barrierfree.survey (id),
    number bigint NOT NULL,
    at text NOT NULL,
    state text NOT NULL,
    objections text NOT NULL,
    by_survey bigint REFERENCES barrierfree.survey (id),
    PRIMARY KEY (survey, number)
);
CREATE TABLE barrierfree.source (
    id bigint PRIMARY KEY,
    survey bigint NOT NULL REFERENCES barrierfree.survey (id),
    file text NOT NULL,
    hash text NOT NULL,
    about text
);
CREATE INDEX source_of_survey ON barrierfree.source (survey);
CREATE TABLE barrierfree.source_table (
    source bigint NOT NULL REFERENCES barrierfree.source (id),
    number bigint NOT NULL,
    about text NOT NULL,
    PRIMARY KEY (source, number)
);
-- The id is the number of the source times 2^32 plus the number of the row in it,
-- so that the rows of a source lie together, in their order, and each can be there once.
CREATE TABLE barrierfree.observation (
    id bigint PRIMARY KEY,
    place geometry (Point, 4326),
    table_number bigint NOT NULL,
    source_row bigint NOT NULL,
    facility text,
    observed_on text,
    known_at text,
    packed bytea NOT NULL
);
-- Photos of surveys; their bytes lie in files named by the hash.
CREATE TABLE barrierfree.photo (
    survey bigint NOT NULL REFERENCES barrierfree.survey (id),
    name text NOT NULL,
    hash text NOT NULL,
    bytes bigint NOT NULL,
    width bigint NOT NULL,
    height bigint NOT NULL,
    longitude double precision,
    latitude double precision,
    taken text,
    added text NOT NULL,
    PRIMARY KEY (survey, name, hash)
);
-- What was decided about the rows of surveys, each with what or who decided it, as JSON.
CREATE TABLE barrierfree.decision (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    said text NOT NULL
);
