ALTER TABLE service_level
    ADD COLUMN metric VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'of samples and values',
    ADD COLUMN threshold_value DECIMAL(19,6) COMMENT 'in the unit of the metric, or a number of outages',
    ADD COLUMN direction VARCHAR(40) COMMENT 'AT_MOST, AT_LEAST',
    ADD COLUMN percentile DECIMAL(9,6) COMMENT 'instead of a share within the threshold',
    ADD COLUMN percentile_method VARCHAR(40) COMMENT 'NEAREST_RANK, LINEAR_INCLUSIVE',
    ADD COLUMN aggregation VARCHAR(40) COMMENT 'LATEST, SUM, MEAN, HIGHEST, LOWEST',
    ADD COLUMN degradation_weight DECIMAL(9,6) COMMENT 'how much of reduced quality is downtime, above 0, at most 1',
    ADD COLUMN schedule VARCHAR(40) COMMENT 'CALENDAR_DAY, OPEN_DAY, REPORTED',
    ADD COLUMN hold_seconds INT COMMENT 'how long a sample stands for what follows';

ALTER TABLE sla_result
    ADD COLUMN unit VARCHAR(40) NOT NULL DEFAULT 'PERCENT'
        COMMENT 'of what was achieved and of the target: PERCENT, SECONDS, COUNT, NUMBER; but for PERCENT numerator / denominator is the value itself';

CREATE TABLE sample (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fact_version INT NOT NULL DEFAULT 1,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    recorded_at BIGINT NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    metric VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sampled_at BIGINT NOT NULL,
    value DECIMAL(19,6),
    ok BOOLEAN,
    KEY sample_order (service, metric, sampled_at, id),
    UNIQUE KEY sample_once (source, source_key, fact_version)
) COMMENT 'kept for a number of months; what evaluation reads is sample_hour';

CREATE TABLE sample_hour (
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    metric VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    hour_at BIGINT NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' COMMENT 'empty for all',
    agency VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' COMMENT 'empty for all',
    valued BIGINT NOT NULL COMMENT 'samples that gave a value and did not fail',
    probed BIGINT NOT NULL COMMENT 'samples that said whether the service was up',
    failed BIGINT NOT NULL COMMENT 'those of them that said it was not',
    total DECIMAL(38,6) NOT NULL,
    highest DECIMAL(19,6),
    distribution MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'how often each value came, by five minutes',
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (service, metric, hour_at, offering, agency)
) COMMENT 'one hour of samples, with nothing lost that a level can ask for';

CREATE TABLE backup_run (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fact_version INT NOT NULL DEFAULT 1,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    recorded_at BIGINT NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    scheduled_at BIGINT NOT NULL,
    finished_at BIGINT,
    successful BOOLEAN NOT NULL,
    summary VARCHAR(1000),
    KEY backup_run_order (service, scheduled_at, id),
    UNIQUE KEY backup_run_once (source, source_key, fact_version)
);

CREATE TABLE recovery (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fact_version INT NOT NULL DEFAULT 1,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    recorded_at BIGINT NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    failure_at BIGINT NOT NULL,
    declared_at BIGINT NOT NULL,
    restored_at BIGINT,
    last_good_point_at BIGINT,
    test BOOLEAN NOT NULL,
    summary VARCHAR(1000),
    KEY recovery_order (service, declared_at, id),
    UNIQUE KEY recovery_once (source, source_key, fact_version)
);

CREATE TABLE metric_value (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fact_version INT NOT NULL DEFAULT 1,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    recorded_at BIGINT NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    metric VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    measured_at BIGINT NOT NULL,
    value DECIMAL(19,6) NOT NULL,
    summary VARCHAR(1000),
    KEY metric_value_order (service, metric, measured_at, id),
    UNIQUE KEY metric_value_once (source, source_key, fact_version)
);
