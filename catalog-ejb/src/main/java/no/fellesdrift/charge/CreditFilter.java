package no.fellesdrift.charge;

import java.time.YearMonth;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Which credits a list shows.
 *
 * @param period the measured month
 * @param organisation absent for all that the caller may see
 * @param state absent for all
 */
public record CreditFilter(YearMonth period, Optional<OrgNumber> organisation, Optional<CreditState> state) {}
