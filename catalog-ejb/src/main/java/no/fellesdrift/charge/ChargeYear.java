package no.fellesdrift.charge;

import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;

/**
 * What was charged in a year, month by month: sums of rounded charges, with credits and corrections in the month they
 * were charged in.
 *
 * @param charged the months that have charges; nothing is said of the others
 * @param months January to December, all together; zero in a month without charges
 * @param organisations the agencies that were charged, by name
 * @param services the services that were charged for, the dearest first
 */
public record ChargeYear(
        int year,
        List<YearMonth> charged,
        List<Money> months,
        List<OfOrganisation> organisations,
        List<OfService> services) {

    /** An agency's year. */
    public record OfOrganisation(OrgNumber organisation, String name, List<Money> months, Money total) {}

    /** A service's year. */
    public record OfService(ServiceCode service, LocalizedText name, List<Money> months, Money total) {}

    public Money total() {
        return Money.sum(months);
    }
}
