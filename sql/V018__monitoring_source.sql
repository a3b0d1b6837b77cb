-- Planned work by page: who announced it, and windows that were called off. A moved window is a new version of the fact.
ALTER TABLE maintenance
    ADD COLUMN announced_by VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'somebody else approves; null when a machine or a file told it',
    ADD COLUMN cancelled BOOLEAN NOT NULL DEFAULT FALSE,
    ADD KEY maintenance_window (superseded, window_from_at);

-- Time without measurement may still last, as an outage may.
ALTER TABLE unknown_time MODIFY COLUMN to_at BIGINT COMMENT 'null while it lasts';

-- What watches services and tells of them.
CREATE TABLE monitoring_source (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    code VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE COMMENT 'the source of its facts',
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(40) NOT NULL COMMENT 'API, ALERTMANAGER, ZABBIX, ICINGA, PROMETHEUS',
    active BOOLEAN NOT NULL DEFAULT TRUE,
    api_key BIGINT COMMENT 'what is told with it is from this source',
    heartbeat_seconds INT COMMENT 'silent when not heard for so long; null when it need not be heard',
    begun_at BIGINT NOT NULL COMMENT 'its silence counts from here at the earliest',
    heard_at BIGINT COMMENT 'any delivery or heartbeat',
    lag_seconds BIGINT COMMENT 'from observed to recorded, of the latest delivery with a fact',
    base_url VARCHAR(400) COMMENT 'PROMETHEUS only, like the columns that follow',
    query VARCHAR(1000),
    step_seconds INT,
    pulled_until_at BIGINT COMMENT 'watermark: asked for until then',
    pull_due_at BIGINT,
    pull_failures INT NOT NULL DEFAULT 0,
    pull_problem VARCHAR(400),
    FOREIGN KEY (api_key) REFERENCES api_key (id)
);

CREATE TABLE monitoring_source_service (
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (source, service),
    KEY monitoring_source_of (service),
    FOREIGN KEY (source) REFERENCES monitoring_source (code),
    FOREIGN KEY (service) REFERENCES service (code)
);

-- Where a source's messages have a field, and what its values mean here.
CREATE TABLE monitoring_source_field (
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    field VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    pointer VARCHAR(400) COMMENT 'JSON pointers (RFC 6901), a space between',
    meanings VARCHAR(2000) COMMENT 'value=meaning, one a line',
    otherwise VARCHAR(200) COMMENT 'where there is no value, or none with a meaning',
    PRIMARY KEY (source, field),
    FOREIGN KEY (source) REFERENCES monitoring_source (code)
);

-- Everything that arrived or was fetched, whatever became of it; kept for a time only.
CREATE TABLE monitoring_delivery (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    received_at BIGINT NOT NULL,
    way VARCHAR(40) NOT NULL COMMENT 'MEASUREMENTS, WEBHOOK, PULL, AGAIN',
    outcome VARCHAR(40) NOT NULL COMMENT 'ACCEPTED, DUPLICATE, PARTLY, REJECTED, TAKEN_AGAIN',
    accepted INT NOT NULL,
    duplicates INT NOT NULL,
    rejected INT NOT NULL,
    problem VARCHAR(2000) COMMENT 'keys and arguments of sentences, one a line',
    payload MEDIUMTEXT COMMENT 'cut where it is too long',
    KEY monitoring_delivery_list (source, received_at, id),
    KEY monitoring_delivery_old (received_at),
    FOREIGN KEY (source) REFERENCES monitoring_source (code)
);
