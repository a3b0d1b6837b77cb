/**
 * What the provider offers: services in categories, the offerings an agency can order, their order forms, what a
 * service needs and which security principles it covers.
 *
 * <ul>
 *   <li>A service's life goes one way: proposed, planned, active, deprecated, retired; see {@link
 *       no.fellesdrift.catalogue.Lifecycle}.
 *   <li>Only an orderable offering of an active service can be ordered.
 *   <li>Every text exists in bokmål, nynorsk and English.
 *   <li>Proposed and retired services are shown to the provider's staff and observers only.
 *   <li>Prices and agreements are other rooms; nothing here knows what something costs or who has it.
 * </ul>
 */
package no.fellesdrift.catalogue;
