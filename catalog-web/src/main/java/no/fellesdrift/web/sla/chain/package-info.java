/** The promise chain, for people and machines. */
package no.fellesdrift.web.sla.chain;
