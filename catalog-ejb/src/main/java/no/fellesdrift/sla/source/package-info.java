/**
 * Where measurements come from, and what people tell of them: announced work, outages by hand, and the systems that
 * watch services.
 *
 * <ul>
 *   <li>Announced work is a fact like any other. Whoever announced it does not approve it; moved and called off are new
 *       versions of the same fact, and a moved window is announced, and approved, anew.
 *   <li>A source has a key of its own; what is told with that key is from that source, whatever it says.
 *   <li>Nothing that arrives is lost: what cannot be understood is kept as a rejected delivery and can be taken again.
 *   <li>A source that is not heard in time says nothing about its services: when no other one watches a service, the
 *       time is unknown from then until somebody is heard again.
 * </ul>
 */
package no.fellesdrift.sla.source;
