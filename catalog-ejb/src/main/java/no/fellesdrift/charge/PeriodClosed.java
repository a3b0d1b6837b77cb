package no.fellesdrift.charge;

import java.time.YearMonth;

/** Fired in the transaction that closes a billing period, for the rooms that keep figures of it. */
public record PeriodClosed(YearMonth period) {}
