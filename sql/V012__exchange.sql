CREATE TABLE setting (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    value VARCHAR(400) NOT NULL
);

-- What was answered to a request that carries an Idempotency-Key, kept for 30 days; written in the transaction of the
-- request's effect, so that either both stand or none.
CREATE TABLE idempotent_answer (
    caller VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    path VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'method and path',
    idempotency_key VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fingerprint CHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'SHA-256 of the body, hex',
    created_at BIGINT NOT NULL,
    status INT,
    location VARCHAR(500),
    etag VARCHAR(100),
    body MEDIUMTEXT,
    PRIMARY KEY (caller, path, idempotency_key),
    KEY idempotent_answer_age (created_at)
);
