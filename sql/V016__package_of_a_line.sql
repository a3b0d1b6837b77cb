CREATE TABLE agreement_line_package (
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    service_level_package VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    reason VARCHAR(500) NOT NULL,
    decided_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (line, valid_from),
    FOREIGN KEY (line) REFERENCES agreement_line (line),
    FOREIGN KEY (service_level_package) REFERENCES service_level_package (code)
) COMMENT 'from a date a line is promised another package than the one it began with';
