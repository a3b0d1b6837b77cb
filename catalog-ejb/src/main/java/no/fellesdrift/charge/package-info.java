/**
 * What the agreement lines cost in a billing period (a calendar month in the billing zone).
 *
 * <ul>
 *   <li>Charges are derived: computed again from the same facts they have the same numbers and amounts.
 *   <li>The arithmetic is a pure function, {@link no.fellesdrift.charge.Charging}: exact fractions inside, one rounding
 *       (HALF_UP, away from zero) per charge; a total is the sum of rounded charges.
 *   <li>Each charge keeps the price version, quantity, days and arithmetic it came from.
 *   <li>Charges of an open period may be replaced; a closed period never changes. What is learnt about it later is a
 *       CORRECTION in the open month in which it was recorded, and points to the charge it corrects.
 *   <li>A draft agreement gives no charge. A quantity of zero and an amount of zero give no charge.
 * </ul>
 */
package no.fellesdrift.charge;
