/** The catalogue as pages and as an API: services, their offerings, and what they cost the reader's agency. */
package no.fellesdrift.web.catalogue;
