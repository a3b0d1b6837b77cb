-- When the one who is to do an action of an improvement plan was told of its day, and when everybody was that it has passed.
ALTER TABLE breach_action
    ADD COLUMN due_told_on DATE,
    ADD COLUMN overdue_told_on DATE COMMENT 'the last time; told again after a week';

-- Until when a service report is to be published: so many working days into the month after, unless an agreement says otherwise.
ALTER TABLE service_report_schedule
    ADD COLUMN delivery_working_day INT NOT NULL DEFAULT 10 COMMENT 'of the month after the reported one';
ALTER TABLE service_report_term
    ADD COLUMN delivery_working_day INT;

-- The day agreed for each report, noted when its month is over: what is agreed later does not change it.
CREATE TABLE service_report_duty (
    period VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'yyyy-mm, reported',
    agency CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    deliver_by DATE NOT NULL,
    PRIMARY KEY (period, agency),
    FOREIGN KEY (agency) REFERENCES organisation (orgnr)
);
