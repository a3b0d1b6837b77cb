/** Pages and API of how service levels develop. */
package no.fellesdrift.web.sla.trend;
