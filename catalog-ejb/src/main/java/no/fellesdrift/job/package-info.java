/**
 * Work that nobody asks for: what the product does by itself at set times.
 *
 * <p>A timer runs in the role of the system and calls a desk, as a person would; rules stay in the desk. Timers are not
 * persistent: one that was missed because the product stood still is not made up for, the next one does its work. So
 * what a timer does must be right however late and however often it comes.
 */
package no.fellesdrift.job;
