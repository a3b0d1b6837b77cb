/** Agreements as pages and as an API: what the reader's agency has, at what price, with what responsibility. */
package no.fellesdrift.web.agreement;
