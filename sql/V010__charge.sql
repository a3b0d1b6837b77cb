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
    KEY usage_reading_used (used_on),
    KEY usage_reading_recorded (recorded_at),
    FOREIGN KEY (line) REFERENCES agreement_line (line)
);

-- derived: replaced as a whole while the period is open, so written in bulk and without a version
CREATE TABLE charge (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    number VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    agreement VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    component VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind VARCHAR(40) NOT NULL COMMENT 'MONTH, QUARTER, YEAR, ONE_OFF, USAGE_FLAT, USAGE_GRADUATED, USAGE_VOLUME, SERVICE_CREDIT, CORRECTION',
    valid_from DATE NOT NULL,
    valid_to DATE NOT NULL,
    days INT NOT NULL,
    quantity DECIMAL(31,12) NOT NULL COMMENT 'units; billable quantity of usage',
    metered DECIMAL(19,6),
    included DECIMAL(31,12),
    unit_price DECIMAL(31,12) COMMENT 'what was multiplied, negotiated and unrounded; null where several tiers hold',
    negotiated VARCHAR(60) COMMENT 'FIXED or PERCENT and the value',
    exact_amount VARCHAR(200) NOT NULL COMMENT 'before rounding, numerator/denominator',
    amount DECIMAL(19,2) NOT NULL,
    price_id VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    order_number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'what caused a one-off',
    corrects VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    working TEXT NOT NULL,
    computed_at BIGINT NOT NULL,
    KEY charge_period (period, agency, line),
    KEY charge_line (line),
    FOREIGN KEY (period) REFERENCES billing_period (period),
    FOREIGN KEY (line) REFERENCES agreement_line (line),
    FOREIGN KEY (price_id) REFERENCES price (price_id)
);
