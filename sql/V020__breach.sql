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

-- what an approved credit came to, kept from its approval on: a later result is an adjustment, never another amount
ALTER TABLE credit_decision
    ADD COLUMN achieved DECIMAL(9,4) COMMENT 'percent; with the rest null until it was approved and computed',
    ADD COLUMN tier_percent DECIMAL(9,6),
    ADD COLUMN percent DECIMAL(9,6),
    ADD COLUMN base DECIMAL(19,2),
    ADD COLUMN exact_amount VARCHAR(200),
    ADD COLUMN amount DECIMAL(19,2),
    ADD COLUMN working VARCHAR(2000);

CREATE SEQUENCE credit_adjustment_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE credit_adjustment (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    level VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    serial INT NOT NULL COMMENT 'of the same credit, from 1',
    result_version INT COMMENT 'of the result that asks for it; null when that is no breach any more',
    before_amount DECIMAL(19,2) NOT NULL COMMENT 'the credit with the adjustments approved before',
    after_amount DECIMAL(19,2) NOT NULL COMMENT 'what the credit should have been',
    working VARCHAR(2000) NOT NULL,
    state VARCHAR(40) NOT NULL COMMENT 'PROPOSED, APPROVED, REJECTED',
    proposed_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    proposed_at BIGINT NOT NULL,
    decided_on DATE,
    decided_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    reason VARCHAR(500),
    UNIQUE KEY credit_adjustment_once (period, line, level, serial),
    KEY credit_adjustment_on (decided_on),
    FOREIGN KEY (period, line, level) REFERENCES credit_decision (period, line, level),
    FOREIGN KEY (proposed_by) REFERENCES person (person_id),
    FOREIGN KEY (decided_by) REFERENCES person (person_id)
);

CREATE SEQUENCE supplier_claim_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE supplier_claim (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    contract VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    supplier CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    open_once VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin UNIQUE COMMENT 'contract and period until it is rejected: one at a time',
    state VARCHAR(40) NOT NULL COMMENT 'DRAFT, SENT, ACCEPTED, REJECTED, SETTLED',
    amount DECIMAL(19,2) NOT NULL,
    drafted_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    drafted_at BIGINT NOT NULL,
    sent_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    sent_on DATE,
    answered_on DATE,
    answer VARCHAR(1000) COMMENT 'what the supplier said',
    settled_on DATE,
    KEY supplier_claim_period (period, contract),
    FOREIGN KEY (supplier) REFERENCES organisation (orgnr),
    FOREIGN KEY (drafted_by) REFERENCES person (person_id),
    FOREIGN KEY (sent_by) REFERENCES person (person_id)
);

CREATE TABLE supplier_claim_line (
    claim VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    position INT NOT NULL,
    breach VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    result VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    credit DECIMAL(19,2) NOT NULL COMMENT 'what the customer gets, positive',
    supplier_seconds BIGINT NOT NULL COMMENT 'of the downtime',
    downtime_seconds BIGINT NOT NULL,
    amount DECIMAL(19,2) NOT NULL,
    PRIMARY KEY (claim, position),
    FOREIGN KEY (claim) REFERENCES supplier_claim (number),
    FOREIGN KEY (breach) REFERENCES breach (number)
);

-- how a breach is turned into what it gives, and the caps beside the line's own; all may be left out
ALTER TABLE credit_scheme
    ADD COLUMN kind VARCHAR(40) COMMENT 'TIERS when null, FREE_TIME, FREE_TIME_PER_BREACH, PERCENT_PER_UNIT, AMOUNT_PER_UNIT',
    ADD COLUMN unit_seconds BIGINT COMMENT 'of a unit begun; of FREE_TIME_PER_BREACH the free time',
    ADD COLUMN per_unit DECIMAL(19,6) COMMENT 'percent, or kroner of AMOUNT_PER_UNIT',
    ADD COLUMN cap_case_percent DECIMAL(9,6),
    ADD COLUMN cap_service_percent DECIMAL(9,6) COMMENT 'of the agency''s recurring charges for the service in the period',
    ADD COLUMN cap_year_percent DECIMAL(9,6) COMMENT 'of the line''s recurring charges of the calendar year so far';
