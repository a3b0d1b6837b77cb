CREATE SEQUENCE breach_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE breach (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'yyyy-mm of the result',
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    level VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    result_version INT NOT NULL COMMENT 'of the latest result that says so',
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    measure VARCHAR(40) NOT NULL,
    priority VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    kind VARCHAR(40) NOT NULL COMMENT 'BREACHED, INSUFFICIENT_DATA',
    cause VARCHAR(40) COMMENT 'PROVIDER, UPSTREAM, CUSTOMER: most of the downtime; null where there is none',
    consequence VARCHAR(40) NOT NULL COMMENT 'NONE, IMPROVEMENT_PLAN, SERVICE_CREDIT',
    owner VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    state VARCHAR(40) NOT NULL COMMENT 'OPEN, ANALYSED, PLAN_AGREED, DONE, CLOSED, VOID',
    analysis VARCHAR(4000),
    opened_at BIGINT NOT NULL,
    UNIQUE KEY breach_once (period, line, level),
    KEY breach_level (line, level, period),
    KEY breach_agency (agency, period),
    KEY breach_owner (owner, state),
    KEY breach_state (state, period),
    FOREIGN KEY (line) REFERENCES agreement_line (line),
    FOREIGN KEY (owner) REFERENCES person (person_id)
);

CREATE TABLE breach_action (
    breach VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    position INT NOT NULL,
    what VARCHAR(1000) NOT NULL,
    responsible VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    due_on DATE NOT NULL,
    done_on DATE,
    PRIMARY KEY (breach, position),
    KEY breach_action_due (done_on, due_on),
    FOREIGN KEY (breach) REFERENCES breach (number),
    FOREIGN KEY (responsible) REFERENCES person (person_id)
);

-- what was done to a breach and said about it, also what the evaluation did by itself
CREATE TABLE breach_step (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    breach VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    taken_at BIGINT NOT NULL,
    person VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'null: by itself',
    step VARCHAR(40) NOT NULL,
    from_state VARCHAR(40),
    to_state VARCHAR(40),
    note VARCHAR(4000),
    KEY breach_step_breach (breach, id),
    FOREIGN KEY (breach) REFERENCES breach (number),
    FOREIGN KEY (person) REFERENCES person (person_id)
);
