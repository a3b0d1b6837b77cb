/** Price versions for machines. */
package no.fellesdrift.web.price;
