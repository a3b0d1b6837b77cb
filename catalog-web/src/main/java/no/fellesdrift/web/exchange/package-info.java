/** Whole data sets in and out, for the administrator's page and for machines. */
package no.fellesdrift.web.exchange;
