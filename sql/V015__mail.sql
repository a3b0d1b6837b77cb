-- What is told to people by e-mail: written with the event it tells of, sent afterwards.
CREATE SEQUENCE mail_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE mail (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    kind VARCHAR(40) NOT NULL,
    recipient VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    address VARCHAR(200) NOT NULL,
    language CHAR(2) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    text TEXT NOT NULL COMMENT 'paragraphs, one a line',
    page VARCHAR(400) NOT NULL COMMENT 'where it leads, below the address of the installation',
    state VARCHAR(40) NOT NULL COMMENT 'WAITING, SENT, NOT_SENT',
    written_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL COMMENT 'not tried before',
    attempts INT NOT NULL DEFAULT 0,
    sent_at BIGINT,
    problem VARCHAR(400) COMMENT 'what the mail server answered the last time',
    KEY mail_due (state, due_at),
    KEY mail_written (written_at),
    FOREIGN KEY (recipient) REFERENCES person (person_id)
);

-- What a person does not want to be told by e-mail.
CREATE TABLE mail_off (
    person VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (person, kind),
    FOREIGN KEY (person) REFERENCES person (person_id)
);
