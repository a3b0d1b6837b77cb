/** The audit trail for people and machines: read, never changed. */
package no.fellesdrift.web.audit;
