CREATE SEQUENCE service_calendar_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE service_calendar (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    code VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    calendar_version INT NOT NULL,
    name_nb VARCHAR(200) NOT NULL,
    name_nn VARCHAR(200) NOT NULL,
    name_en VARCHAR(200) NOT NULL,
    zone VARCHAR(60) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    UNIQUE KEY service_calendar_once (code, calendar_version)
);

CREATE TABLE service_calendar_range (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    service_calendar_id BIGINT NOT NULL,
    kind VARCHAR(40) NOT NULL COMMENT 'WEEKLY, HOLIDAY, HOLIDAY_RECURRING, OVERRIDE, OVERRIDE_RECURRING, BREAK',
    day VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'MON…SUN, date, or MM-DD; a break has its start instant',
    from_time VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    to_time VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    FOREIGN KEY (service_calendar_id) REFERENCES service_calendar (id)
);

CREATE SEQUENCE credit_scheme_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE credit_scheme (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    scheme VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    combine VARCHAR(40) NOT NULL COMMENT 'SUM, HIGHEST_ONLY',
    cap_percent DECIMAL(9,6) NOT NULL,
    cap_scope VARCHAR(40) NOT NULL
);

CREATE SEQUENCE credit_tier_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE credit_tier (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    scheme VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    at_least_percent DECIMAL(9,6) NOT NULL,
    credit_percent DECIMAL(9,6) NOT NULL,
    UNIQUE KEY credit_tier_once (scheme, at_least_percent),
    FOREIGN KEY (scheme) REFERENCES credit_scheme (scheme)
);

CREATE SEQUENCE service_level_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE service_level (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    level VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    package VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    measure VARCHAR(40) NOT NULL COMMENT 'AVAILABILITY, RESPONSE, RESOLUTION, LEAD_TIME',
    priority VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    target_percent DECIMAL(9,6) NOT NULL,
    threshold_seconds BIGINT,
    threshold_working_days VARCHAR(40) COMMENT 'a number or OFFERING',
    calendar VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    period VARCHAR(40) NOT NULL COMMENT 'MONTH, QUARTER',
    clock_start VARCHAR(40),
    working_day_policy VARCHAR(40),
    boundary VARCHAR(40),
    pauses VARCHAR(40),
    reopen VARCHAR(40),
    priority_change VARCHAR(40),
    counting VARCHAR(40),
    composition VARCHAR(40),
    maintenance VARCHAR(40),
    maintenance_notice_hours INT,
    maintenance_quota_hours INT,
    exclusions VARCHAR(40),
    unknown VARCHAR(40),
    degradation VARCHAR(40),
    minimum_coverage_percent DECIMAL(9,6),
    minimum_samples INT,
    display_decimals INT NOT NULL,
    consequence VARCHAR(40) NOT NULL,
    credit_scheme VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    valid_from DATE NOT NULL,
    valid_to DATE,
    UNIQUE KEY service_level_once (level, valid_from),
    FOREIGN KEY (package) REFERENCES service_level_package (code),
    FOREIGN KEY (credit_scheme) REFERENCES credit_scheme (scheme)
);

CREATE TABLE outage (
    id BIGINT NOT NULL AUTO_INCREMENT,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fact_version INT NOT NULL DEFAULT 1,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    recorded_at BIGINT NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    caused_by VARCHAR(40) NOT NULL COMMENT 'PROVIDER, UPSTREAM, CUSTOMER',
    impact VARCHAR(40) NOT NULL COMMENT 'FULL, DEGRADED',
    summary VARCHAR(1000),
    PRIMARY KEY (service, started_at, id) COMMENT 'an evaluation reads in this order',
    KEY outage_id (id),
    KEY outage_end (ended_at),
    UNIQUE KEY outage_once (source, source_key, fact_version)
);

CREATE TABLE maintenance (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fact_version INT NOT NULL DEFAULT 1,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    recorded_at BIGINT NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    window_from_at BIGINT NOT NULL,
    window_to_at BIGINT NOT NULL,
    actual_from_at BIGINT,
    actual_to_at BIGINT,
    service_down BOOLEAN NOT NULL,
    performed_by VARCHAR(40) NOT NULL,
    announced_at BIGINT NOT NULL,
    approved_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    approved_at BIGINT,
    summary VARCHAR(1000),
    KEY maintenance_order (service, window_from_at, id),
    UNIQUE KEY maintenance_once (source, source_key, fact_version)
);

CREATE TABLE unknown_time (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fact_version INT NOT NULL DEFAULT 1,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    recorded_at BIGINT NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    from_at BIGINT NOT NULL,
    to_at BIGINT NOT NULL,
    reason VARCHAR(1000),
    KEY unknown_order (service, from_at, id),
    UNIQUE KEY unknown_time_once (source, source_key, fact_version)
);

CREATE TABLE exclusion (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fact_version INT NOT NULL DEFAULT 1,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    recorded_at BIGINT NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    from_at BIGINT NOT NULL,
    to_at BIGINT NOT NULL,
    reason VARCHAR(40) NOT NULL COMMENT 'CUSTOMER_CAUSED, FORCE_MAJEURE',
    requested_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    requested_at BIGINT NOT NULL,
    approved_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    approved_at BIGINT,
    summary VARCHAR(1000),
    KEY exclusion_order (service, from_at, id),
    UNIQUE KEY exclusion_once (source, source_key, fact_version)
);

CREATE TABLE ticket (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fact_version INT NOT NULL DEFAULT 1,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    recorded_at BIGINT NOT NULL,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    priority VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    opened_at BIGINT NOT NULL,
    first_response_at BIGINT,
    resolved_at BIGINT,
    state VARCHAR(40) NOT NULL,
    channel VARCHAR(40),
    KEY ticket_agency (agency, opened_at),
    KEY ticket_opened (opened_at, id),
    UNIQUE KEY ticket_once (source, source_key, fact_version)
);

CREATE TABLE ticket_pause (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    ticket VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    paused_at BIGINT NOT NULL,
    resumed_at BIGINT,
    reason VARCHAR(100),
    fact_version INT NOT NULL DEFAULT 1,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    recorded_at BIGINT NOT NULL,
    KEY ticket_pause_ticket (ticket),
    UNIQUE KEY ticket_pause_once (source, ticket, paused_at, fact_version)
);

CREATE TABLE ticket_priority_change (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    ticket VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    changed_at BIGINT NOT NULL,
    from_priority VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    to_priority VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fact_version INT NOT NULL DEFAULT 1,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    recorded_at BIGINT NOT NULL,
    KEY ticket_priority_change_ticket (ticket),
    UNIQUE KEY ticket_priority_change_once (source, ticket, changed_at, fact_version)
);

CREATE TABLE ticket_reopening (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    ticket VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    resolved_at BIGINT NOT NULL,
    reopened_at BIGINT NOT NULL,
    fact_version INT NOT NULL DEFAULT 1,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    recorded_at BIGINT NOT NULL,
    KEY ticket_reopening_ticket (ticket),
    UNIQUE KEY ticket_reopening_once (source, ticket, reopened_at, fact_version)
);

CREATE SEQUENCE sla_result_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE sla_result (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'yyyy-mm; a quarter has its last month',
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    level VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    result_version INT NOT NULL,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    measure VARCHAR(40) NOT NULL,
    priority VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    status VARCHAR(40) NOT NULL COMMENT 'MET, BREACHED, NOT_MEASURABLE, INSUFFICIENT_DATA, NOT_EVALUATED',
    reason VARCHAR(400) COMMENT 'which reading is not built, when not evaluated',
    numerator BIGINT COMMENT 'good seconds, or cases met',
    denominator BIGINT COMMENT 'seconds of the base, or cases counted',
    target_numerator BIGINT NOT NULL COMMENT 'exact target in percent, numerator',
    target_denominator BIGINT NOT NULL,
    coverage_numerator BIGINT,
    coverage_denominator BIGINT,
    agreed_seconds BIGINT,
    maintenance_seconds BIGINT,
    excluded_seconds BIGINT,
    base_seconds BIGINT,
    gross_downtime_seconds BIGINT,
    downtime_seconds BIGINT,
    unknown_seconds BIGINT,
    downtime_provider_seconds BIGINT,
    downtime_upstream_seconds BIGINT,
    downtime_customer_seconds BIGINT,
    error_budget_seconds BIGINT,
    error_budget_remaining_seconds BIGINT COMMENT 'signed',
    display_decimals INT NOT NULL,
    consequence VARCHAR(40) NOT NULL,
    policy VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'the choices it was computed under',
    policy_fingerprint VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    input_fingerprint VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    provisional BOOLEAN NOT NULL COMMENT 'computed before the period ended',
    evaluated_at BIGINT NOT NULL,
    watermark_at BIGINT NOT NULL COMMENT 'facts recorded until then were seen',
    supersedes BIGINT,
    UNIQUE KEY sla_result_once (period, line, level, result_version),
    KEY sla_result_current (period, superseded, agency),
    FOREIGN KEY (line) REFERENCES agreement_line (line)
);

CREATE TABLE sla_result_working (
    sla_result_id BIGINT NOT NULL PRIMARY KEY,
    steps MEDIUMBLOB NOT NULL COMMENT 'what of each fact or case counted, and by which rule',
    FOREIGN KEY (sla_result_id) REFERENCES sla_result (id)
);

CREATE TABLE sla_evaluation (
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY COMMENT 'yyyy-mm',
    evaluated_at BIGINT,
    watermark_at BIGINT,
    seen VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'what had been recorded then; differs once something new is'
);

CREATE SEQUENCE credit_decision_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE credit_decision (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    level VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    decision VARCHAR(40) NOT NULL COMMENT 'PROPOSED, APPROVED, REJECTED',
    result_version INT COMMENT 'of the result it was proposed for; null when it was imported',
    proposed_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    proposed_at BIGINT,
    decided_on DATE,
    decided_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    reason VARCHAR(500),
    UNIQUE KEY credit_decision_once (period, line, level),
    KEY credit_decision_on (decided_on),
    FOREIGN KEY (line) REFERENCES agreement_line (line),
    FOREIGN KEY (proposed_by) REFERENCES person (person_id),
    FOREIGN KEY (decided_by) REFERENCES person (person_id)
);
