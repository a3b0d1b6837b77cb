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
    promised_date DATE,
    expected_date DATE,
    KEY service_order_agency (agency, id),
    KEY service_order_state (state, id),
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
    delivered_at BIGINT,
    accepted_at BIGINT,
    UNIQUE KEY order_item_once (order_number, position),
    FOREIGN KEY (order_number) REFERENCES service_order (number),
    FOREIGN KEY (offering) REFERENCES offering (code)
);

CREATE SEQUENCE order_answer_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE order_answer (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    order_item_id BIGINT NOT NULL,
    question VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    value TEXT NOT NULL,
    UNIQUE KEY order_answer_once (order_item_id, question),
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
    note VARCHAR(2000),
    FOREIGN KEY (order_item_id) REFERENCES order_item (id),
    FOREIGN KEY (supplier) REFERENCES organisation (orgnr)
);

CREATE SEQUENCE order_step_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE order_step (
    id BIGINT NOT NULL PRIMARY KEY,
    order_number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    item_position INT,
    at BIGINT NOT NULL,
    by_person VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    by_name VARCHAR(200) NOT NULL,
    action VARCHAR(40) NOT NULL,
    from_state VARCHAR(40),
    to_state VARCHAR(40),
    note TEXT,
    KEY order_step_order (order_number, id),
    FOREIGN KEY (order_number) REFERENCES service_order (number)
);
