package no.fellesdrift.sla;

import java.time.YearMonth;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Which results are wanted.
 *
 * @param line, service, measure, status null or blank for all
 */
public record ResultQuery(
        YearMonth period,
        Optional<OrgNumber> organisation,
        String line,
        String service,
        String level,
        String measure,
        String status) {

    public static ResultQuery of(YearMonth period, Optional<OrgNumber> organisation) {
        return new ResultQuery(period, organisation, null, null, null, null, null);
    }
}
