/** Announced work, outages by hand and monitoring sources: pages, API, webhooks and the calendar. */
package no.fellesdrift.web.sla.source;
