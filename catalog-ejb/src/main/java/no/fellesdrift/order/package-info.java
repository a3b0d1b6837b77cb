/**
 * Orders: the only way an agreement line begins, changes or ends.
 *
 * <ul>
 *   <li>Every line of an order has its own state, route and upstream orders; the order's state is that of its least
 *       advanced line that is not cancelled. Every step stands in {@link no.fellesdrift.order.OrderState} and is refused
 *       when it does not.
 *   <li>Only the provider's order desk places, follows and receives upstream orders; there is no other way.
 *   <li>The one who ordered never approves.
 *   <li>Agreement, eligibility and budget are looked at before anything is stored.
 *   <li>The agreement line changes on the local date (Europe/Oslo) of delivery, never before.
 *   <li>Every step leaves a row with who, when, from and to; nothing of it is ever changed.
 * </ul>
 */
package no.fellesdrift.order;
