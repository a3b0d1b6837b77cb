package no.fellesdrift.sla.engine;

/**
 * How the clock of a case runs.
 *
 * @param seconds of open time; null where working days hold
 * @param workingDays null where seconds hold
 * @param workingDayPolicy null where seconds hold
 * @param subtractPauses the clock stands while a case is paused
 * @param restart a reopened case begins anew; otherwise its clock goes on
 * @param fromChange a changed priority's clock begins at the change; otherwise it holds from the opening
 */
public record CaseRule(
        ServiceCalendar calendar,
        Long seconds,
        Integer workingDays,
        WorkingDayPolicy workingDayPolicy,
        Boundary boundary,
        boolean subtractPauses,
        boolean restart,
        boolean fromChange) {

    /** The clock of a reopened case goes on, and a changed priority holds from the opening. */
    public CaseRule(
            ServiceCalendar calendar,
            Long seconds,
            Integer workingDays,
            WorkingDayPolicy workingDayPolicy,
            Boundary boundary,
            boolean subtractPauses) {
        this(calendar, seconds, workingDays, workingDayPolicy, boundary, subtractPauses, false, false);
    }

    /** @throws IllegalArgumentException unless exactly one kind of target is given */
    public CaseRule {
        if ((seconds == null) == (workingDays == null) || (workingDays == null) != (workingDayPolicy == null)) {
            throw new IllegalArgumentException("A case has either seconds or working days with their policy");
        }
        if (workingDays != null && subtractPauses) {
            throw new IllegalArgumentException("Pauses have no meaning for whole working days");
        }
    }
}
