package no.fellesdrift.sla.definition;

import java.time.LocalDate;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Rejection;

/** When a version may begin. */
final class Succession {

    private Succession() {}

    /** @throws Rejection NOT_COMING */
    static void mustCome(LocalDate from, LocalDate today) {
        if (!from.isAfter(today)) {
            throw new Rejection(DefinitionReason.NOT_COMING, from, periodAfter(today, 1));
        }
    }

    /** @throws Rejection BEFORE_NEWEST */
    static void mustFollow(LocalDate from, DateRange newest) {
        if (!from.isAfter(newest.start()) || (newest.end() != null && from.isAfter(newest.end()))) {
            throw new Rejection(DefinitionReason.BEFORE_NEWEST, newest.start());
        }
    }

    /**
     * Where a period of so many months begins, so that none is reckoned under two sets of rules.
     *
     * @throws Rejection NOT_PERIOD_START with the next day that is right
     */
    static void mustBeginPeriod(LocalDate from, int months) {
        if (from.getDayOfMonth() != 1 || (from.getMonthValue() - 1) % months != 0) {
            throw new Rejection(DefinitionReason.NOT_PERIOD_START, from, periodAfter(from, months));
        }
    }

    /** The first day after the date on which a period of so many months begins. */
    static LocalDate periodAfter(LocalDate date, int months) {
        LocalDate next = date.withDayOfMonth(1).plusMonths(1);
        while ((next.getMonthValue() - 1) % months != 0) {
            next = next.plusMonths(1);
        }
        return next;
    }
}
