/** Charges and billing periods, for people and machines: the list of a month, the working of each charge, downloads. */
package no.fellesdrift.web.charge;
