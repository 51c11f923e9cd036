-- Schema 3: what was decided about the rows of surveys, each with what or who decided it, as JSON.
UPDATE inventory_schema SET version = 3;
CREATE TABLE decision (
    number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    said TEXT NOT NULL
);
