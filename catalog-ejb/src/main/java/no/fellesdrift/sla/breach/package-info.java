/**
 * Promises that were not kept, and what is done about it.
 *
 * <ul>
 *   <li>A breach opens by itself when the evaluation of an ended month says BREACHED, or INSUFFICIENT_DATA for want of
 *       coverage: then the duty to measure was not met, which gives no credit. There is one per month, line and level,
 *       however often the month is evaluated.
 *   <li>It is void by itself when a later version of its result says otherwise, and open again when a still later one
 *       says so again. Nothing of it is ever deleted.
 *   <li>States and their steps stand in {@link no.fellesdrift.sla.breach.BreachState}.
 *   <li>The agency reads its own breaches and may comment on them; the owner and the service-level manager work on them.
 * </ul>
 */
package no.fellesdrift.sla.breach;
