/**
 * The arithmetic of service levels: pure functions over whole epoch seconds and exact fractions, without framework,
 * clock or database.
 *
 * <ul>
 *   <li>Half-open {@code [from, to)} everywhere; an interval that lasts ends at {@link java.lang.Long#MAX_VALUE}.
 *   <li>No rounding: a target is met or not on exact numbers, percentages are never averaged.
 *   <li>The same facts give the same outcome in whatever order they arrive and however late they are looked at.
 *   <li>Source of every formula: the service-level design and the column descriptions of the demo data.
 * </ul>
 */
package no.fellesdrift.sla.engine;
