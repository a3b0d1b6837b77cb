package no.fellesdrift.sla.engine;

/**
 * How the clock of a case runs.
 *
 * @param seconds of open time; null where working days hold
 * @param workingDays null where seconds hold
 * @param workingDayPolicy null where seconds hold
 * @param subtractPauses the clock stands while a case is paused
 */
public record CaseRule(
        ServiceCalendar calendar,
        Long seconds,
        Integer workingDays,
        WorkingDayPolicy workingDayPolicy,
        Boundary boundary,
        boolean subtractPauses) {

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
