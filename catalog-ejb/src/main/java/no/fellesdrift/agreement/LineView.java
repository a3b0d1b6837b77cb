package no.fellesdrift.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;

/**
 * A line with its quantities over time.
 *
 * @param rows in order of time, at least one
 */
public record LineView(
        LineNumber line,
        AgreementNumber agreement,
        OrgNumber agency,
        OfferingCode offering,
        LocalizedText offeringName,
        LocalizedText unit,
        ServiceCode service,
        LocalizedText serviceName,
        boolean mandatory,
        String serviceLevelPackage,
        LocalizedText packageName,
        String delivererName,
        List<Row> rows) {

    public LineView {
        rows = List.copyOf(rows);
    }

    /** @param fromOrder the order that caused it; absent when it stands in the agreement itself */
    public record Row(int rowNo, BigDecimal quantity, DateRange valid, OrderNumber fromOrder) {}

    public Optional<Row> on(LocalDate date) {
        return rows.stream().filter(row -> row.valid().contains(date)).findFirst();
    }

    /** Units on a date; zero when the line does not exist then. */
    public BigDecimal quantityOn(LocalDate date) {
        return on(date).map(Row::quantity).orElse(BigDecimal.ZERO);
    }

    /** From the first row's start to the last row's end. Between two rows there may be days without the line. */
    public DateRange valid() {
        return new DateRange(
                rows.get(0).valid().start(), rows.get(rows.size() - 1).valid().end());
    }
}
