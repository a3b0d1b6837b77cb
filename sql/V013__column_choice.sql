-- Which columns of a list a person has put away. No row: the list as it comes.
CREATE TABLE column_choice (
    person VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    list VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    hidden VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'names of columns, a space between',
    PRIMARY KEY (person, list),
    FOREIGN KEY (person) REFERENCES person (person_id)
);
