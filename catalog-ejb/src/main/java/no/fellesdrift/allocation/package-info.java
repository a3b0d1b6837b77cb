/**
 * What the ledger's cost of a period is shared over, to the øre.
 *
 * <ul>
 *   <li>A run takes the ledger entries of its period (by posting date) per cost pool and closes the pools one by one in
 *       their stated order: a pool shares its own entries and what earlier pools gave it, and receives nothing more.
 *   <li>A pool that gives to one that is closed already is refused; when that one gave to it, it is a circle.
 *   <li>The shares of a pool add up to the pool exactly, by largest remainder; ties go by the target's identifier as
 *       text, unsold capacity last. A negative pool is shared by its absolute value.
 *   <li>Cost in = cost out, or there is no run.
 *   <li>The arithmetic is a pure function, {@link no.fellesdrift.allocation.Allocation}.
 * </ul>
 */
package no.fellesdrift.allocation;
