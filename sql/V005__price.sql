CREATE SEQUENCE price_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE price (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    price_id VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    component VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind VARCHAR(40) NOT NULL COMMENT 'MONTH, QUARTER, YEAR, ONE_OFF, USAGE_FLAT, USAGE_GRADUATED, USAGE_VOLUME',
    one_off_event VARCHAR(40) COMMENT 'NEW, NEW_AND_INCREASE',
    currency CHAR(3) NOT NULL DEFAULT 'NOK',
    unit_price DECIMAL(19,4),
    meter VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    included_quantity DECIMAL(19,6),
    included_basis VARCHAR(40) COMMENT 'PER_LINE, PER_UNIT',
    minimum_amount DECIMAL(19,2),
    minimum_when_unused BOOLEAN,
    announced_on DATE,
    valid_from DATE NOT NULL,
    valid_to DATE,
    UNIQUE KEY price_once (offering, component, valid_from),
    FOREIGN KEY (offering) REFERENCES offering (code)
);

CREATE SEQUENCE price_tier_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE price_tier (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    price_id VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    from_quantity DECIMAL(19,6) NOT NULL,
    to_quantity DECIMAL(19,6),
    unit_price DECIMAL(19,4) NOT NULL,
    UNIQUE KEY price_tier_once (price_id, from_quantity),
    FOREIGN KEY (price_id) REFERENCES price (price_id)
);
