CREATE TABLE ledger_entry (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    entry VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    posted_on DATE NOT NULL,
    account VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    cost_pool VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    amount DECIMAL(19,2) NOT NULL,
    supplier_orgnr CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    text VARCHAR(500) NOT NULL,
    KEY ledger_entry_posted (posted_on, cost_pool),
    FOREIGN KEY (supplier_orgnr) REFERENCES organisation (orgnr)
);

CREATE SEQUENCE allocation_key_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE allocation_key (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    code VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind VARCHAR(40) NOT NULL COMMENT 'EQUAL, FIXED, DRIVER, USAGE, FORMULA',
    driver VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    usage_offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    usage_meter VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    usage_basis VARCHAR(40) COMMENT 'TOTAL, CAPACITY',
    capacity DECIMAL(19,6),
    valid_from DATE NOT NULL,
    valid_to DATE,
    UNIQUE KEY allocation_key_once (code, valid_from)
);

CREATE SEQUENCE cost_pool_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE cost_pool (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    pool VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    name_nb VARCHAR(200) NOT NULL,
    name_nn VARCHAR(200) NOT NULL,
    name_en VARCHAR(200) NOT NULL,
    type VARCHAR(40) NOT NULL COMMENT 'SUPPORT, FINAL',
    step_order INT NOT NULL,
    allocation_key VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    category VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    FOREIGN KEY (allocation_key) REFERENCES allocation_key (code),
    FOREIGN KEY (category) REFERENCES category (code)
);

ALTER TABLE ledger_entry ADD FOREIGN KEY (cost_pool) REFERENCES cost_pool (pool);

CREATE SEQUENCE allocation_key_target_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE allocation_key_target (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    allocation_key VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    target_type VARCHAR(40) NOT NULL COMMENT 'AGENCY, POOL',
    target VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    percent DECIMAL(9,6),
    UNIQUE KEY allocation_key_target_once (allocation_key, target),
    FOREIGN KEY (allocation_key) REFERENCES allocation_key (code)
);

CREATE SEQUENCE allocation_key_part_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE allocation_key_part (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    allocation_key VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    driver VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    weight_percent DECIMAL(9,6) NOT NULL,
    UNIQUE KEY allocation_key_part_once (allocation_key, driver),
    FOREIGN KEY (allocation_key) REFERENCES allocation_key (code)
);

CREATE SEQUENCE driver_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE driver (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    driver VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    target_type VARCHAR(40) NOT NULL,
    target VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    value DECIMAL(19,6) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    UNIQUE KEY driver_once (driver, target, valid_from)
);

CREATE TABLE allocation_run (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    run_no INT NOT NULL,
    state VARCHAR(40) NOT NULL COMMENT 'PRELIMINARY, SUPERSEDED, FINAL',
    ledger_entries INT NOT NULL,
    ledger_total DECIMAL(19,2) NOT NULL,
    allocated_total DECIMAL(19,2) NOT NULL,
    unsold_capacity DECIMAL(19,2) NOT NULL,
    run_at BIGINT NOT NULL,
    run_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    UNIQUE KEY allocation_run_once (period, run_no)
);

-- what a pool had when it was closed
CREATE TABLE allocation_pool (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run_number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    pool VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    step_order INT NOT NULL,
    allocation_key VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    key_kind VARCHAR(40) NOT NULL,
    ledger_entries INT NOT NULL,
    ledger_amount DECIMAL(19,2) NOT NULL,
    received_amount DECIMAL(19,2) NOT NULL,
    UNIQUE KEY allocation_pool_once (run_number, pool),
    FOREIGN KEY (run_number) REFERENCES allocation_run (number)
);

CREATE TABLE allocation_share (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run_number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    pool VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    position INT NOT NULL COMMENT 'the order of ties',
    target_type VARCHAR(40) NOT NULL COMMENT 'AGENCY, POOL, UNSOLD',
    target VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    share_numerator VARCHAR(400) NOT NULL,
    share_denominator VARCHAR(400) NOT NULL,
    working TEXT NOT NULL COMMENT 'where the share came from, digits and signs',
    amount DECIMAL(19,2) NOT NULL,
    UNIQUE KEY allocation_share_once (run_number, pool, target),
    FOREIGN KEY (run_number, pool) REFERENCES allocation_pool (run_number, pool)
);
