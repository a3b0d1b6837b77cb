/**
 * Values that every room shares. They are immutable, know no other room and no framework beyond the converters that
 * store them.
 *
 * <ul>
 *   <li>Everything that lasts is half-open: start inclusive, end exclusive, an absent end means open.
 *   <li>Money has scale 2, a unit price scale 4, and an exact number in between is a {@link
 *       no.fellesdrift.kernel.Share}; there is one rounding, HALF_UP, at the end of each charge.
 *   <li>A split always adds up to what was split.
 *   <li>A refusal is a {@link no.fellesdrift.kernel.Rejection}; everything else that is thrown is a bug.
 * </ul>
 */
package no.fellesdrift.kernel;
