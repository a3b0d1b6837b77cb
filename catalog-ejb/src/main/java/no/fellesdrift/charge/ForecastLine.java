package no.fellesdrift.charge;

import java.util.List;
import java.util.Optional;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;

/**
 * What one service is going to cost in a calendar year.
 *
 * @param months January to December, each the sum of rounded charges
 * @param expectedUse how much of the months is use that is not metered yet
 * @param adopted the budget; absent when none was adopted
 * @param proposed absent when none is proposed
 */
public record ForecastLine(
        ServiceCode service,
        LocalizedText serviceName,
        String category,
        LocalizedText categoryName,
        List<Money> months,
        Money expectedUse,
        Optional<Money> adopted,
        Optional<Money> proposed) {

    public ForecastLine {
        months = List.copyOf(months);
    }

    public Money total() {
        return Money.sum(months);
    }

    /** What the year is held against: the adopted budget, or the proposed one until there is one. */
    public Optional<Money> budget() {
        return adopted.or(() -> proposed);
    }

    /** Budget less cost; negative when it does not suffice; absent without a budget. */
    public Optional<Money> left() {
        return budget().map(amount -> amount.minus(total()));
    }
}
