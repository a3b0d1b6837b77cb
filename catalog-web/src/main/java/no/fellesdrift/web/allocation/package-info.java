/** Allocation runs, for people and machines: pools and shares, cost in = cost out, down to the voucher, downloads. */
package no.fellesdrift.web.allocation;
