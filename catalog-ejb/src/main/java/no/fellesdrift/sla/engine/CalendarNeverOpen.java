package no.fellesdrift.sla.engine;

/** A calendar was asked for time that it never has. A calendar without any working hour is not one around the clock. */
public class CalendarNeverOpen extends RuntimeException {
    public CalendarNeverOpen(String message) {
        super(message);
    }
}
