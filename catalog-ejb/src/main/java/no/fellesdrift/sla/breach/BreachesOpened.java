package no.fellesdrift.sla.breach;

import java.time.YearMonth;

/** An evaluation has found so many broken promises that nobody knew of. */
public record BreachesOpened(YearMonth period, int count) {}
