/**
 * Service levels: what was promised per agreement line, what was measured, and whether the promise was kept.
 *
 * <ul>
 *   <li>Facts (outages, maintenance, unmeasured time, tickets, exclusions) are kept as they came, in whole seconds; a
 *       fact that comes again with other content is a new version that supersedes the old one. Everything else is
 *       derived from them by the pure functions of {@code sla.engine}.
 *   <li>A result is a version that is never changed: a new evaluation appends one when numerator, denominator,
 *       coverage, status or policy changed, and otherwise only moves the watermark.
 *   <li>A result exists per line and level when the line exists in the period or a case counts in it.
 *   <li>No figure is rounded before it is compared; what cannot be measured is neither 0 % nor 100 %.
 *   <li>A level whose choices are not built is not evaluated and says which choice it is.
 * </ul>
 */
package no.fellesdrift.sla;
