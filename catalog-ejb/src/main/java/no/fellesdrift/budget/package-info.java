/**
 * What an agency has set aside per service and year, and what is already bound.
 *
 * <ul>
 *   <li>Budget left = adopted − bound. A proposed budget gives no room to spend.
 *   <li>Bound is what the agency's lines of the service cost in the whole year, as they stand agreed today: every day
 *       at its quantity, price version and negotiated term, the one-off prices of the orders that brought units in the
 *       year, and minimums that are charged without use. Metered use is not in it: nobody can bind it beforehand.
 *   <li>Exact until rounded HALF_UP, once per line and price component.
 *   <li>Orders that are still under way are not in it; the order room adds them.
 * </ul>
 */
package no.fellesdrift.budget;
