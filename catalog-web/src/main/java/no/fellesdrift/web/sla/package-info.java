/** Service levels for people and machines: the month's results and their working, measurements in, calculations. */
package no.fellesdrift.web.sla;
