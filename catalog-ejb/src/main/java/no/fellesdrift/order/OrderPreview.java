package no.fellesdrift.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.price.Estimate;

/** What an order would be, before anything is binding. */
public record OrderPreview(
        AgreementNumber agreement,
        OrgNumber organisation,
        List<Line> lines,
        Estimate estimate,
        List<BudgetCheck> budgets) {

    /** @param earliest the day that would be promised, if it was approved now */
    public record Line(
            ItemKind kind,
            LineNumber line,
            OfferingCode offering,
            LocalizedText offeringName,
            BigDecimal quantity,
            LocalDate wantedDate,
            LocalDate earliest,
            int leadTimeWorkingDays,
            Estimate estimate) {}
}
