CREATE SEQUENCE organisation_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE organisation (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    orgnr CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    short_name VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    name VARCHAR(200) NOT NULL,
    role VARCHAR(40) NOT NULL COMMENT 'PROVIDER, CUSTOMER, SUPPLIER, MINISTRY',
    invented BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE SEQUENCE person_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE person (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    person_id VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    name VARCHAR(200) NOT NULL,
    email VARCHAR(200) NOT NULL,
    organisation CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    language CHAR(2) NOT NULL DEFAULT 'nb',
    password_hash VARCHAR(400),
    valid_from DATE NOT NULL,
    valid_to DATE,
    FOREIGN KEY (organisation) REFERENCES organisation (orgnr)
);

CREATE TABLE person_role (
    person VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    role VARCHAR(40) NOT NULL,
    PRIMARY KEY (person, role),
    FOREIGN KEY (person) REFERENCES person (person_id)
);

CREATE SEQUENCE api_key_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE api_key (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    name VARCHAR(100) NOT NULL,
    key_hash VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE COMMENT 'SHA-256 of the random key, hex',
    organisation CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    person VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'the person the key acts as; null: the roles below',
    roles VARCHAR(400) NOT NULL COMMENT 'comma between',
    scopes VARCHAR(400) NOT NULL DEFAULT '*',
    created_at BIGINT NOT NULL,
    created_by VARCHAR(40) NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT,
    last_used_at BIGINT,
    FOREIGN KEY (organisation) REFERENCES organisation (orgnr),
    FOREIGN KEY (person) REFERENCES person (person_id)
);
