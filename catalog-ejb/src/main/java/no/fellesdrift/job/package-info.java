/**
 * Work that nobody waits for: what somebody starts and finds again in the job list, and what the product does by itself
 * at set times.
 *
 * <p>A job is a row. It is started by a desk, which judges the role, and begins when that transaction has been committed:
 * {@code Workers} claims the oldest that waits, {@code Runner} does it in the role of the system and in the name of the
 * one who started it, each {@code Work} in its own transaction. While it runs, its server says every ten seconds that it
 * is alive; a job whose server has been silent for half a minute is broken off and can be started again, so all work is
 * of the kind that may be repeated. The same work is never under way twice.
 *
 * <p>A timer runs in the role of the system and calls a desk, as a person would; rules stay in the desk. Timers are not
 * persistent: one that was missed because the product stood still is not made up for, the next one does its work. So
 * what a timer does must be right however late and however often it comes.
 */
package no.fellesdrift.job;
