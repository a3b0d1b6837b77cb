package no.fellesdrift.web.sla.source;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.source.SourceReason;

/** The four fields from which to when of a form, as {@code WEB-INF/levels/typed-period.xhtml} shows them. */
public class TypedPeriod implements Serializable {

    private static final long serialVersionUID = 1L;

    private LocalDate fromDate;
    private LocalTime fromTime;
    private LocalDate toDate;
    private LocalTime toTime;

    /** Fills the fields in; null leaves its two empty. */
    void show(Instant from, Instant to) {
        fromDate = LocalMoment.date(from);
        fromTime = LocalMoment.time(from);
        toDate = LocalMoment.date(to);
        toTime = LocalMoment.time(to);
    }

    /** Null as long as date or time is missing. */
    Instant begun() {
        return LocalMoment.instant(fromDate, fromTime);
    }

    /** Null as long as date or time is missing. */
    Instant ended() {
        return LocalMoment.instant(toDate, toTime);
    }

    /** @throws Rejection TIME_MISSING */
    Instant from() {
        return there(begun());
    }

    /** @throws Rejection TIME_MISSING */
    Instant to() {
        return there(ended());
    }

    /** Null when neither date nor time is typed. @throws Rejection TIME_MISSING, when one of them is */
    Instant toOrOpen() {
        return toDate == null && toTime == null ? null : to();
    }

    private static Instant there(Instant instant) {
        if (instant == null) {
            throw new Rejection(SourceReason.TIME_MISSING);
        }
        return instant;
    }

    /** What is odd about the typed times; see {@link LocalMoment#oddity}. */
    String oddity() {
        String first = LocalMoment.oddity(fromDate, fromTime);
        return first.isEmpty() ? LocalMoment.oddity(toDate, toTime) : first;
    }

    public LocalDate getFromDate() {
        return fromDate;
    }

    public void setFromDate(LocalDate fromDate) {
        this.fromDate = fromDate;
    }

    public LocalTime getFromTime() {
        return fromTime;
    }

    public void setFromTime(LocalTime fromTime) {
        this.fromTime = fromTime;
    }

    public LocalDate getToDate() {
        return toDate;
    }

    public void setToDate(LocalDate toDate) {
        this.toDate = toDate;
    }

    public LocalTime getToTime() {
        return toTime;
    }

    public void setToTime(LocalTime toTime) {
        this.toTime = toTime;
    }
}
