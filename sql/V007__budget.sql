CREATE SEQUENCE budget_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE budget (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    year INT NOT NULL,
    amount DECIMAL(19,2) NOT NULL,
    set_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    set_on DATE NOT NULL,
    state VARCHAR(40) NOT NULL COMMENT 'ADOPTED, PROPOSED',
    UNIQUE KEY budget_once (agency, service, year, state),
    FOREIGN KEY (agency) REFERENCES organisation (orgnr),
    FOREIGN KEY (service) REFERENCES service (code),
    FOREIGN KEY (set_by) REFERENCES person (person_id)
);
