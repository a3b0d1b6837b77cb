/** Broken promises and what is done about them, for people and machines. */
package no.fellesdrift.web.sla.breach;
