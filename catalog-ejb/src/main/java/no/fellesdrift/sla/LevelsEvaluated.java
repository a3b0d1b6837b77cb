package no.fellesdrift.sla;

import java.time.YearMonth;

/**
 * A month's levels have been computed and what changed has been appended; fired in the transaction that did it.
 *
 * @param ended whether the month was over at the instant that the evaluation looked from; before, results may still
 *     change by themselves
 * @param appended how many results got a new version; none when all stayed as they were
 */
public record LevelsEvaluated(YearMonth period, boolean ended, int appended) {}
