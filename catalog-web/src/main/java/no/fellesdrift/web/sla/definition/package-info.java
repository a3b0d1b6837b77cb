/** Calendars, packages and levels as pages and API, and the calculator that shows how they are reckoned. */
package no.fellesdrift.web.sla.definition;
