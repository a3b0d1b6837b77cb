/**
 * What an offering costs: components, each a chain of price versions.
 *
 * <ul>
 *   <li>A price is never changed, only succeeded: the versions of one component follow each other without gap or
 *       overlap, and a version whose start has passed can only be given an end by the version that succeeds it.
 *   <li>A coming price is announced: the day it was made known is kept.
 *   <li>A recurring price is per unit and month, quarter or year; a one-off price per unit of the order that causes it;
 *       a usage price per unit that a meter counted, flat or by tiers that are half-open over the billable quantity.
 *   <li>Amounts are exact until their one rounding, HALF_UP, per component.
 *   <li>A negotiated price is a term that an agreement lays over a list price, on every tier; a percentage is not
 *       rounded before it is multiplied.
 * </ul>
 */
package no.fellesdrift.price;
