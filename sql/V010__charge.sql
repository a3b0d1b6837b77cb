CREATE SEQUENCE billing_period_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE billing_period (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    state VARCHAR(40) NOT NULL COMMENT 'OPEN, CLOSED',
    closed_at BIGINT,
    closed_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
);

CREATE TABLE usage_reading (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    meter VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    used_on DATE NOT NULL,
    quantity DECIMAL(19,6) NOT NULL,
    recorded_at BIGINT NOT NULL,
    UNIQUE KEY usage_reading_once (source, source_key),
    KEY usage_reading_line (line, meter, used_on),
    FOREIGN KEY (line) REFERENCES agreement_line (line)
);

CREATE SEQUENCE charge_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE charge (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    number VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    agreement VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    component VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind VARCHAR(40) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NOT NULL,
    days INT NOT NULL,
    quantity DECIMAL(19,6) NOT NULL,
    unit_price DECIMAL(19,4),
    amount DECIMAL(19,2) NOT NULL,
    price_id VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    corrects VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    working LONGTEXT NOT NULL,
    computed_at BIGINT NOT NULL,
    KEY charge_period (period, agency),
    FOREIGN KEY (line) REFERENCES agreement_line (line),
    FOREIGN KEY (price_id) REFERENCES price (price_id)
);
