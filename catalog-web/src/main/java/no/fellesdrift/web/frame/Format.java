package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;

/** How figures and dates are written in the reader's language; the times are Oslo's. Absent is a dash. */
@Named("f")
@RequestScoped
public class Format {

    @Inject
    Language language;

    /** {@code 12 345,60 kr}, two decimals; a unit price shows up to four. */
    public String money(Object amount) {
        return Written.money(language.code(), amount);
    }

    /** The same without {@code kr}, for columns that say so in their head. */
    public String amount(Object amount) {
        return Written.amount(language.code(), amount);
    }

    /** With its sign in front: {@code +103 992,00 kr}. */
    public String change(Object amount) {
        return Written.change(language.code(), amount);
    }

    /** In whole kroner, rounded: for tiles only. */
    public String kroner(Object amount) {
        return Written.kroner(language.code(), amount);
    }

    /** Up to six decimals, none when it is whole. */
    public String number(Object number) {
        return Written.number(language.code(), number);
    }

    /** {@code 7,5 %}: a rate as it is agreed, with the decimals it has. */
    public String rate(Object percent) {
        return Written.rate(language.code(), percent);
    }

    /** {@code 15 × server}, and {@code 1 server}: a unit has no plural. */
    public String units(Object number, String unit) {
        return Written.units(language.code(), number, unit);
    }

    /**
     * {@code 99,95 %}, cut and never rounded up.
     *
     * @param percent a percentage; an exact fraction is read as a part of one
     */
    public String percent(Object percent, int decimals) {
        return Written.percent(language.code(), percent, decimals);
    }

    /** {@code 21.11.2026} */
    public String date(LocalDate date) {
        return Written.date(language.code(), date);
    }

    /** {@code tirsdag 10. november 2026} */
    public String longDate(LocalDate date) {
        return Written.longDate(language.code(), date);
    }

    /** {@code 21.11.2026 14:05} */
    public String instant(Instant instant) {
        return Written.instant(language.code(), instant);
    }

    /** {@code 14:05} */
    public String time(Instant instant) {
        return Written.time(language.code(), instant);
    }

    /** {@code oktober 2026}, from a year and month or {@code 2026-10}. */
    public String month(Object month) {
        return Written.month(language.code(), month);
    }

    /** {@code 2 t 5 min}; whole seconds. */
    public String duration(Object seconds) {
        return Written.duration(language.code(), seconds);
    }
}
