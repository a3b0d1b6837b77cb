-- a scheme is succeeded by its next version from a date, as levels and calendars are; one that was imported has always held
ALTER TABLE credit_scheme
    ADD COLUMN scheme_version INT NOT NULL DEFAULT 1,
    ADD COLUMN valid_from DATE COMMENT 'null: from the first day that anything was promised',
    ADD COLUMN valid_to DATE,
    ADD UNIQUE KEY credit_scheme_once (scheme, scheme_version),
    DROP KEY scheme;

ALTER TABLE credit_tier
    ADD COLUMN scheme_version INT NOT NULL DEFAULT 1,
    ADD UNIQUE KEY credit_tier_of_version (scheme, scheme_version, at_least_percent),
    DROP KEY credit_tier_once;
