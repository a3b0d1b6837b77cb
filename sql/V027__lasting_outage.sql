-- An evaluation looks for outages that began before its period: those of the last day it reads with the period's own, the
-- others, and there are few, it finds here. What still lasts is among them.
ALTER TABLE outage
    ADD COLUMN lasting BOOLEAN AS (ended_at IS NULL OR ended_at >= started_at + 86400000) VIRTUAL
        COMMENT 'a day or longer, or without end',
    DROP KEY outage_end,
    ADD KEY outage_lasting (lasting, ended_at);
