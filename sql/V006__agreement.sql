CREATE SEQUENCE agreement_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE agreement (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    number VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    agreement_version INT NOT NULL,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    type VARCHAR(40) NOT NULL COMMENT 'PLATFORM, SINGLE',
    title VARCHAR(300) NOT NULL,
    state VARCHAR(40) NOT NULL COMMENT 'DRAFT, ACTIVE, ENDED',
    signed_on DATE,
    valid_from DATE NOT NULL,
    valid_to DATE,
    revision_due DATE,
    notice_months INT,
    settlement VARCHAR(40) NOT NULL,
    UNIQUE KEY agreement_once (number, agreement_version),
    KEY agreement_agency (agency),
    FOREIGN KEY (agency) REFERENCES organisation (orgnr)
);

CREATE SEQUENCE agreement_line_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE agreement_line (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    agreement VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    service_level_package VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    KEY agreement_line_agency (agency, offering),
    FOREIGN KEY (agreement) REFERENCES agreement (number),
    FOREIGN KEY (agency) REFERENCES organisation (orgnr),
    FOREIGN KEY (offering) REFERENCES offering (code),
    FOREIGN KEY (service_level_package) REFERENCES service_level_package (code)
);

CREATE SEQUENCE agreement_line_row_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE agreement_line_row (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    row_no INT NOT NULL,
    quantity DECIMAL(19,6) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    from_order VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    UNIQUE KEY agreement_line_row_once (line, row_no),
    UNIQUE KEY agreement_line_row_start (line, valid_from),
    FOREIGN KEY (line) REFERENCES agreement_line (line)
);

CREATE SEQUENCE negotiated_price_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE negotiated_price (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    component VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind VARCHAR(40) NOT NULL COMMENT 'FIXED, PERCENT',
    value DECIMAL(19,6) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    reason VARCHAR(500) NOT NULL,
    approved_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    approved_on DATE NOT NULL,
    UNIQUE KEY negotiated_price_once (line, component, valid_from),
    FOREIGN KEY (line) REFERENCES agreement_line (line),
    FOREIGN KEY (approved_by) REFERENCES person (person_id)
);

CREATE SEQUENCE responsibility_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE responsibility (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    task VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    task_nb VARCHAR(200) NOT NULL,
    task_nn VARCHAR(200) NOT NULL,
    task_en VARCHAR(200) NOT NULL,
    provider VARCHAR(4) NOT NULL DEFAULT '' COMMENT 'letters of R, A, C, I',
    customer VARCHAR(4) NOT NULL DEFAULT '',
    upstream VARCHAR(4) NOT NULL DEFAULT '',
    UNIQUE KEY responsibility_once (service, task),
    FOREIGN KEY (service) REFERENCES service (code)
);

CREATE SEQUENCE security_objective_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE security_objective (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    agreement VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    code VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    nsm_principle VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    text_nb VARCHAR(500) NOT NULL,
    text_nn VARCHAR(500) NOT NULL,
    text_en VARCHAR(500) NOT NULL,
    measure VARCHAR(200) NOT NULL,
    unit VARCHAR(40) NOT NULL,
    target DECIMAL(19,6) NOT NULL,
    direction VARCHAR(40) NOT NULL COMMENT 'AT_LEAST, AT_MOST',
    latest_value DECIMAL(19,6),
    measured_on DATE,
    status VARCHAR(40) NOT NULL COMMENT 'MET, NOT_MET, NOT_MEASURED',
    UNIQUE KEY security_objective_once (agreement, code),
    FOREIGN KEY (agreement) REFERENCES agreement (number)
);

CREATE SEQUENCE underpinning_contract_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE underpinning_contract (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    contract VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    supplier CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    measure VARCHAR(40) NOT NULL,
    priority VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    target_percent DECIMAL(9,6) NOT NULL,
    threshold_seconds BIGINT,
    calendar VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    period VARCHAR(40) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    note VARCHAR(500),
    FOREIGN KEY (supplier) REFERENCES organisation (orgnr),
    FOREIGN KEY (service) REFERENCES service (code)
);
