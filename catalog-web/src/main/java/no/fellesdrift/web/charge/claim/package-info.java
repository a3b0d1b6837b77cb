/** Claims against suppliers, for people and machines. */
package no.fellesdrift.web.charge.claim;
