-- Work that takes longer than a person wants to wait for a page: it is queued, runs on the server, and is found again.
CREATE SEQUENCE job_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE job (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    kind VARCHAR(40) NOT NULL COMMENT 'CHARGES, LEVELS, ALLOCATION, IMPORT, REPORTS',
    subject VARCHAR(100) NOT NULL COMMENT 'what it works on: a month, the name of a file',
    state VARCHAR(40) NOT NULL COMMENT 'WAITING, RUNNING, DONE, FAILED, BROKEN_OFF',
    busy VARCHAR(150) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin UNIQUE COMMENT 'kind and subject until it has ended: the same is not begun twice',
    started_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'a person, or a key with roles of its own',
    started_by_name VARCHAR(200) NOT NULL,
    started_by_key VARCHAR(100) COMMENT 'the API key that was used',
    roles VARCHAR(400) NOT NULL COMMENT 'that the starter had, comma between',
    language CHAR(2) NOT NULL,
    organisation CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    queued_at BIGINT NOT NULL,
    began_at BIGINT,
    ended_at BIGINT,
    alive_at BIGINT COMMENT 'the server that runs it has said so; a silent one has gone',
    runner VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'the server that runs it, a new name at every start',
    attempt INT NOT NULL DEFAULT 1,
    done BIGINT NOT NULL DEFAULT 0 COMMENT 'of total, in the unit of the kind of work',
    total BIGINT NOT NULL DEFAULT 0 COMMENT '0 until it is known',
    result VARCHAR(1000) COMMENT 'figures for the sentence of the kind of work, one a line',
    failure VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'key of the sentence that says why it failed',
    failure_arguments VARCHAR(1000) COMMENT 'for that sentence, one a line',
    seen BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'its starter has seen how it ended',
    KEY job_state (state, id),
    KEY job_starter (started_by, seen, id)
);

-- What a work was given besides its subject, in pieces that every database takes; thrown away when it has succeeded.
CREATE TABLE job_input (
    job BIGINT NOT NULL,
    part INT NOT NULL,
    content MEDIUMBLOB NOT NULL,
    PRIMARY KEY (job, part),
    FOREIGN KEY (job) REFERENCES job (id) ON DELETE CASCADE
);
