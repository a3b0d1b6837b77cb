package no.fellesdrift.charge;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A metered reading as its source tells it. Fields are named as the columns of the files.
 *
 * @param reading the key at the source
 * @param agency absent, or the line's
 * @param offering absent, or the line's
 * @param usedOn local date in the billing zone
 * @param quantity in the meter's unit; a negative one takes back what an earlier reading said too much
 * @param source absent when not named, see {@link no.fellesdrift.sla.UnnamedSource}
 */
public record UsageDraft(
        String reading,
        String line,
        String agency,
        String offering,
        String meter,
        LocalDate usedOn,
        BigDecimal quantity,
        String source) {}
