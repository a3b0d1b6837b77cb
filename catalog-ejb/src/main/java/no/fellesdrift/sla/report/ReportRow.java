package no.fellesdrift.sla.report;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A service report in a list.
 *
 * @param edition 1 is the report, from 2 on its corrections
 * @param lines how many results it shows; of these so many breached, answered, in open dispute
 * @param proposals disputes that wait for an answer to a proposal
 * @param reviewed whether another person has approved it, before its publication
 */
public record ReportRow(
        String number,
        String period,
        int edition,
        String organisation,
        String organisationName,
        ReportState state,
        long lines,
        long breached,
        long answered,
        long disputed,
        long proposals,
        boolean reviewed,
        Instant generatedAt,
        Instant publishedAt,
        LocalDate answerDue,
        Instant silentAt,
        Instant frozenAt) {

    public boolean correction() {
        return edition > 1;
    }
}
