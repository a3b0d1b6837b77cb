/**
 * What is promised, before anything is measured: calendars, packages of service levels and the levels in them, with their
 * versions over time, and the calculator that shows how they are reckoned.
 *
 * <ul>
 *   <li>A version is never changed, only succeeded: the one before ends on the day the new one begins, and that day has
 *       not come when it is made.
 *   <li>A calendar opens at some time; one that never does is refused.
 *   <li>A new calendar, and a version of a level that differs in more than its target, begin where a period of results
 *       begins, so that no result is reckoned under two sets of rules.
 *   <li>The evaluation reads the same tables and knows nothing of this room.
 * </ul>
 */
package no.fellesdrift.sla.definition;
