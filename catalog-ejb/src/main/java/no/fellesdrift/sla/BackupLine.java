package no.fellesdrift.sla;

import java.time.Instant;

/** A backup run in a list. */
public record BackupLine(
        String key,
        String service,
        String offering,
        String agency,
        Instant scheduled,
        Instant finished,
        boolean successful,
        String source,
        int version,
        String summary) {}
