CREATE SEQUENCE service_order_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE service_order (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    agreement VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    reference VARCHAR(200),
    ordered_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    approved_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    state VARCHAR(40) NOT NULL COMMENT 'of the least advanced line that is not cancelled',
    waiting_for VARCHAR(40) COMMENT 'APPROVER, ORDER_DESK, CUSTOMER, SUPPLIER, EXCEPTION',
    created_at BIGINT NOT NULL,
    submitted_at BIGINT,
    approved_at BIGINT,
    rejected_at BIGINT,
    received_at BIGINT,
    delivered_at BIGINT,
    accepted_at BIGINT,
    cancelled_at BIGINT,
    promised_date DATE COMMENT 'the lead time in working days from approval; the latest of the lines',
    expected_date DATE COMMENT 'when delivery is expected now, with the wish and the supplier''s date',
    one_off DECIMAL(19,2) COMMENT 'estimate when it was ordered',
    per_year DECIMAL(19,2) COMMENT 'estimate of a full year when it was ordered',
    asked_at BIGINT COMMENT 'the customer has been asked and has not answered',
    cancel_requested_at BIGINT COMMENT 'the customer wants to cancel work that has begun',
    escalated_at BIGINT COMMENT 'the approver has been silent past the deadline',
    assigned_to VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'of the order desk',
    search VARCHAR(230) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (lower(concat_ws(' ', number, reference))) PERSISTENT COMMENT 'small letters, compared byte by byte',
    KEY service_order_search (agency, search, number),
    KEY service_order_agency (agency, number),
    KEY service_order_state (state, number),
    KEY service_order_waiting (waiting_for, number),
    FOREIGN KEY (assigned_to) REFERENCES person (person_id),
    FOREIGN KEY (agency) REFERENCES organisation (orgnr),
    FOREIGN KEY (ordered_by) REFERENCES person (person_id),
    FOREIGN KEY (approved_by) REFERENCES person (person_id)
);

CREATE SEQUENCE order_item_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE order_item (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    order_number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    position INT NOT NULL,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    line VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'the agreement line; null until a new one is begun',
    kind VARCHAR(40) NOT NULL COMMENT 'NEW, INCREASE, DECREASE, END, REPLACEMENT',
    quantity DECIMAL(19,6) NOT NULL,
    wanted_date DATE,
    counts_for_lead_time BOOLEAN NOT NULL,
    state VARCHAR(40) NOT NULL,
    route VARCHAR(40) COMMENT 'INTERNAL, UPSTREAM',
    promised_date DATE,
    exception VARCHAR(200) COMMENT 'a supplier''s answer that nobody knows',
    one_off DECIMAL(19,2),
    per_year DECIMAL(19,2),
    cost_year INT COMMENT 'the year whose budget it binds while it is open',
    year_cost DECIMAL(19,2) COMMENT 'what it costs in that year',
    delivered_at BIGINT,
    accepted_at BIGINT,
    UNIQUE KEY order_item_once (order_number, position),
    KEY order_item_offering (offering, order_number),
    KEY order_item_line (line, order_number),
    FOREIGN KEY (order_number) REFERENCES service_order (number),
    FOREIGN KEY (offering) REFERENCES offering (code)
);

CREATE SEQUENCE order_answer_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE order_answer (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    order_item_id BIGINT NOT NULL,
    question VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    value TEXT NOT NULL COMMENT 'several values stand one a line; a file''s is its name',
    UNIQUE KEY order_answer_once (order_item_id, question),
    FOREIGN KEY (order_item_id) REFERENCES order_item (id)
);

CREATE SEQUENCE order_file_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE order_file (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    order_item_id BIGINT NOT NULL,
    question VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name VARCHAR(200) NOT NULL,
    media_type VARCHAR(100) NOT NULL,
    content LONGBLOB NOT NULL,
    UNIQUE KEY order_file_once (order_item_id, question),
    FOREIGN KEY (order_item_id) REFERENCES order_item (id)
);

CREATE SEQUENCE upstream_order_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE upstream_order (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    order_item_id BIGINT NOT NULL,
    number VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'the supplier''s number',
    supplier CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    placed_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    promised_date DATE,
    delivered_at BIGINT,
    rejected_at BIGINT,
    supplier_state VARCHAR(200) COMMENT 'as the supplier last said it',
    note VARCHAR(2000),
    FOREIGN KEY (order_item_id) REFERENCES order_item (id),
    FOREIGN KEY (supplier) REFERENCES organisation (orgnr)
);

CREATE SEQUENCE order_step_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE order_step (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    order_number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    item_position INT,
    at BIGINT NOT NULL,
    by_person VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    by_name VARCHAR(200) NOT NULL,
    action VARCHAR(40) NOT NULL,
    from_state VARCHAR(40),
    to_state VARCHAR(40),
    note TEXT,
    by_key VARCHAR(100) COMMENT 'the API key that was used',
    KEY order_step_order (order_number, id),
    FOREIGN KEY (order_number) REFERENCES service_order (number)
);

CREATE SEQUENCE order_message_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE order_message (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    order_number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    at BIGINT NOT NULL,
    by_person VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    by_name VARCHAR(200) NOT NULL,
    by_organisation CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind VARCHAR(40) NOT NULL COMMENT 'QUESTION, ANSWER',
    text TEXT NOT NULL,
    KEY order_message_order (order_number, id),
    FOREIGN KEY (order_number) REFERENCES service_order (number)
);

CREATE SEQUENCE order_approval_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE order_approval (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    order_number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    at BIGINT NOT NULL,
    by_person VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    by_name VARCHAR(200) NOT NULL,
    on_behalf_of VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'the absent approver',
    decision VARCHAR(40) NOT NULL COMMENT 'APPROVED, DECLINED',
    amount DECIMAL(19,2) COMMENT 'what the order costs this year',
    budget DECIMAL(19,2) COMMENT 'the adopted budget; null where none is adopted',
    note TEXT,
    KEY order_approval_order (order_number, id),
    FOREIGN KEY (order_number) REFERENCES service_order (number)
);

CREATE SEQUENCE approval_substitute_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE approval_substitute (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    approver VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    substitute VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NOT NULL,
    KEY approval_substitute_who (substitute, valid_from),
    FOREIGN KEY (agency) REFERENCES organisation (orgnr),
    FOREIGN KEY (approver) REFERENCES person (person_id),
    FOREIGN KEY (substitute) REFERENCES person (person_id)
);

-- The last order number of each year; the row is locked while the next one is drawn, so that none is used twice.
CREATE TABLE order_number (
    year INT NOT NULL PRIMARY KEY,
    last INT NOT NULL
);
