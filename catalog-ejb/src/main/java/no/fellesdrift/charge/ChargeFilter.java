package no.fellesdrift.charge;

import java.time.YearMonth;
import java.util.Optional;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Which charges are wanted; an absent part does not narrow.
 *
 * @param organisation the agency that is charged
 */
public record ChargeFilter(
        Optional<YearMonth> period,
        Optional<OrgNumber> organisation,
        Optional<ServiceCode> service,
        Optional<ChargeKind> kind,
        Optional<LineNumber> line,
        Optional<AgreementNumber> agreement) {

    public static ChargeFilter of(YearMonth period) {
        return new ChargeFilter(
                Optional.of(period),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public ChargeFilter with(OrgNumber agency) {
        return with(Optional.of(agency));
    }

    ChargeFilter with(Optional<OrgNumber> agency) {
        return new ChargeFilter(period, agency, service, kind, line, agreement);
    }
}
