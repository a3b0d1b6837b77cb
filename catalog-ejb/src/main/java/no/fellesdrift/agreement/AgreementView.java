package no.fellesdrift.agreement;

import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;

/**
 * One version of an agreement.
 *
 * @param signedOn absent on a draft
 * @param revisionDue absent when none was agreed
 * @param lines by number; empty in lists
 */
public record AgreementView(
        AgreementNumber number,
        int agreementVersion,
        int version,
        OrgNumber agency,
        String agencyName,
        AgreementType type,
        String title,
        AgreementState state,
        LocalDate signedOn,
        DateRange valid,
        LocalDate revisionDue,
        Integer noticeMonths,
        String settlement,
        List<LineView> lines) {

    public AgreementView {
        lines = List.copyOf(lines);
    }

    AgreementView with(List<LineView> its) {
        return new AgreementView(
                number,
                agreementVersion,
                version,
                agency,
                agencyName,
                type,
                title,
                state,
                signedOn,
                valid,
                revisionDue,
                noticeMonths,
                settlement,
                its);
    }

    /** Whether it is a ground for orders, charges and targets on a date. */
    public boolean covers(LocalDate date) {
        return state == AgreementState.ACTIVE && valid.contains(date);
    }

    /** Whether its revision should have been done before a date. */
    public boolean revisionOverdue(LocalDate today) {
        return state == AgreementState.ACTIVE && revisionDue != null && revisionDue.isBefore(today);
    }

    /**
     * A security objective.
     *
     * @param latest absent when it was never measured
     */
    public record Objective(
            String code,
            String principle,
            LocalizedText text,
            String measure,
            String unit,
            java.math.BigDecimal target,
            boolean atLeast,
            java.math.BigDecimal latest,
            LocalDate measuredOn,
            ObjectiveStatus status) {}

    public enum ObjectiveStatus {
        MET,
        NOT_MET,
        NOT_MEASURED
    }
}
