-- What an agency is told of a month: the results that stood when it was made, what each side said of them, and the seal.
CREATE SEQUENCE service_report_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE service_report (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    number VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE COMMENT 'RAP-yyyy-mm-<agency>, corrections -2, -3 …',
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'yyyy-mm',
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    edition INT NOT NULL COMMENT '1 is the report, from 2 on its corrections',
    corrects VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'the edition before',
    state VARCHAR(40) NOT NULL COMMENT 'DRAFT, IN_REVIEW, PUBLISHED, ACKNOWLEDGED, DISPUTED, FROZEN',
    remark TEXT COMMENT 'of the service-level manager, on the whole',
    generated_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'a person, a key or the system',
    generated_at BIGINT NOT NULL,
    submitted_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    submitted_at BIGINT,
    reviewed_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    reviewed_at BIGINT,
    published_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    published_at BIGINT,
    answer_due DATE COMMENT 'last day of the agency''s answer',
    silence VARCHAR(40) COMMENT 'NO_ANSWER, or AGREED where the agreement says so; as of the publication',
    silent_at BIGINT COMMENT 'the day has passed without an answer to every line',
    answered_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    answered_at BIGINT COMMENT 'the last line was answered',
    frozen_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    frozen_at BIGINT,
    fingerprint VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'SHA-256 over all that the report says',
    UNIQUE KEY service_report_once (period, agency, edition),
    KEY service_report_agency (agency, state, period),
    KEY service_report_state (state, answer_due),
    FOREIGN KEY (agency) REFERENCES organisation (orgnr)
);

CREATE SEQUENCE service_report_line_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE service_report_line (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    report BIGINT NOT NULL,
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    level VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    result BIGINT NOT NULL COMMENT 'the version that is shown',
    before_result BIGINT COMMENT 'of a correction: the version that was shown last',
    remark VARCHAR(2000) COMMENT 'of the service-level manager; of a correction: why it changed',
    answer VARCHAR(40) COMMENT 'ACKNOWLEDGED, DISPUTED, BY_SILENCE; null while there is none',
    answered_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    answered_at BIGINT,
    objection VARCHAR(2000) COMMENT 'why the agency disagrees',
    evidence VARCHAR(2000),
    outcome VARCHAR(40) COMMENT 'STANDS, CORRECTED, WITHDRAWN; null while a dispute is open',
    settled_at BIGINT,
    UNIQUE KEY service_report_line_once (report, line, level),
    KEY service_report_line_result (result),
    FOREIGN KEY (report) REFERENCES service_report (id) ON DELETE CASCADE,
    FOREIGN KEY (result) REFERENCES sla_result (id),
    FOREIGN KEY (before_result) REFERENCES sla_result (id),
    FOREIGN KEY (line) REFERENCES agreement_line (line)
);

-- How a dispute of a line could be settled: put forward by one side, accepted or declined by the other.
CREATE SEQUENCE service_report_proposal_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE service_report_proposal (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    report_line BIGINT NOT NULL,
    outcome VARCHAR(40) NOT NULL COMMENT 'STANDS, CORRECTED, WITHDRAWN',
    side VARCHAR(40) NOT NULL COMMENT 'PROVIDER, AGENCY',
    reason VARCHAR(2000) NOT NULL,
    evidence VARCHAR(2000),
    exclusion VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'that is approved with it',
    proposed_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    proposed_at BIGINT NOT NULL,
    verdict VARCHAR(40) COMMENT 'ACCEPTED, DECLINED; null while it waits',
    decided_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    decided_at BIGINT,
    note VARCHAR(2000),
    FOREIGN KEY (report_line) REFERENCES service_report_line (id) ON DELETE CASCADE
);

-- When drafts are made by themselves and how long an agency has to answer; one row for the provider.
CREATE TABLE service_report_schedule (
    id INT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    active BOOLEAN NOT NULL,
    counted_in VARCHAR(40) NOT NULL COMMENT 'DAY_OF_MONTH, WORKING_DAY',
    day INT NOT NULL,
    answer_working_days INT NOT NULL
);
INSERT INTO service_report_schedule (id, active, counted_in, day, answer_working_days) VALUES (1, TRUE, 'WORKING_DAY', 5, 10);

-- What an agency's agreement says of the answer, where it says something else.
CREATE TABLE service_report_term (
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    agreement VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'which says so',
    answer_working_days INT,
    silence VARCHAR(40) NOT NULL COMMENT 'NO_ANSWER, AGREED',
    FOREIGN KEY (agency) REFERENCES organisation (orgnr)
);

-- The months whose drafts have been made by themselves: once each.
CREATE TABLE service_report_run (
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
    run_at BIGINT NOT NULL
);
