/** Service reports as pages, files and API. */
package no.fellesdrift.web.sla.report;
