package no.fellesdrift.sla;

import java.time.YearMonth;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Which facts are wanted: those that touch a month.
 *
 * @param service null or blank for all
 */
public record FactQuery(YearMonth period, Optional<OrgNumber> organisation, String service) {}
