CREATE SEQUENCE audit_entry_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE audit_entry (
    id BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL COMMENT 'epoch milliseconds UTC',
    caller VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    caller_name VARCHAR(200) NOT NULL,
    key_name VARCHAR(100),
    organisation CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'the agency concerned',
    what VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    subject_type VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    subject VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    from_value VARCHAR(400),
    to_value VARCHAR(400),
    note TEXT,
    correlation_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    KEY audit_subject (subject_type, subject, id),
    KEY audit_at (at),
    KEY audit_organisation (organisation, id)
);
