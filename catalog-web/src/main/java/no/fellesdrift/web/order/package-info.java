/** Orders for people and machines: the list, the order form, the way of an order, and the same as an API. */
package no.fellesdrift.web.order;
