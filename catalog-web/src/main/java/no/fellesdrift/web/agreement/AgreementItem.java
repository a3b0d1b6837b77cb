package no.fellesdrift.web.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.AgreementState;
import no.fellesdrift.agreement.AgreementType;
import no.fellesdrift.agreement.AgreementView;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.LineView;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.OrgNumber;

/**
 * An agreement as the API answers it.
 *
 * @param lines every row of every line: a line's quantity over one stretch of days
 */
public record AgreementItem(
        AgreementNumber number,
        int version,
        OrgNumber organisation,
        String organisationName,
        AgreementType type,
        String title,
        AgreementState state,
        LocalDate signedOn,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate revisionDue,
        Integer noticeMonths,
        String settlement,
        List<Row> lines) {

    public record Row(
            LineNumber line,
            int row,
            OfferingCode offering,
            ServiceCode service,
            BigDecimal quantity,
            LocalDate validFrom,
            LocalDate validTo,
            String serviceLevelPackage,
            OrderNumber fromOrder) {}

    static AgreementItem of(AgreementView view) {
        return new AgreementItem(
                view.number(),
                view.agreementVersion(),
                view.agency(),
                view.agencyName(),
                view.type(),
                view.title(),
                view.state(),
                view.signedOn(),
                view.valid().start(),
                view.valid().end(),
                view.revisionDue(),
                view.noticeMonths(),
                view.settlement(),
                view.lines().stream()
                        .flatMap(line -> line.rows().stream().map(row -> row(line, row)))
                        .toList());
    }

    private static Row row(LineView line, LineView.Row row) {
        return new Row(
                line.line(),
                row.rowNo(),
                line.offering(),
                line.service(),
                row.quantity(),
                row.valid().start(),
                row.valid().end(),
                line.serviceLevelPackage(),
                row.fromOrder());
    }
}
