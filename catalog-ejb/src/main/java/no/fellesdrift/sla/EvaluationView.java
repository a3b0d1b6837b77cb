package no.fellesdrift.sla;

import java.time.Instant;

/**
 * What an evaluation did.
 *
 * @param results how many results the period has
 * @param appended how many new versions were written; none when nothing changed
 */
public record EvaluationView(String period, int results, int appended, Instant evaluatedAt, Instant watermarkAt) {}
