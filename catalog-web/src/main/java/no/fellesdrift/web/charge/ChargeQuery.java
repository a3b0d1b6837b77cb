package no.fellesdrift.web.charge;

import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.Optional;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.charge.ChargeFilter;
import no.fellesdrift.charge.ChargeKind;
import no.fellesdrift.kernel.OrgNumber;

/** The filters of the list of charges, each of which may be left out. */
public class ChargeQuery {

    @QueryParam("period")
    private Optional<YearMonth> period;

    @QueryParam("organisation")
    private Optional<OrgNumber> organisation;

    @QueryParam("service")
    private Optional<ServiceCode> service;

    @QueryParam("kind")
    private Optional<ChargeKind> kind;

    @QueryParam("line")
    private Optional<LineNumber> line;

    @QueryParam("agreement")
    private Optional<AgreementNumber> agreement;

    ChargeFilter filter() {
        return new ChargeFilter(period, organisation, service, kind, line, agreement);
    }
}
