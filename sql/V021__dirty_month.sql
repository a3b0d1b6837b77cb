-- Written with every fact that concerns a month which is over; an evaluation of the month takes away what it has seen.
CREATE TABLE dirty_month (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'yyyy-mm',
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'whose facts are new; * for all',
    KEY dirty_month_period (period, id, service)
);

ALTER TABLE sla_result
    ADD COLUMN budget_spent_at BIGINT COMMENT 'of a running period: when its error budget is used up at the rate of so far';
