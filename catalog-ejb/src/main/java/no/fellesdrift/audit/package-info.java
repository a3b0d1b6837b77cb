/**
 * Who did what, and when.
 *
 * <p>Invariants: every {@link no.fellesdrift.kernel.Happened} that a desk fires becomes one row in the desk's own
 * transaction, so there is no change without its row and no row without its change; rows are only ever added. A row
 * keeps the person, the key that was used, and the id of the request. An agency's people see rows about their agency.
 */
package no.fellesdrift.audit;
