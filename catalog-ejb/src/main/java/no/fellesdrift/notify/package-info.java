/**
 * What people are told by e-mail.
 *
 * <p>A mail is a row, written in the transaction of the event that it tells of: when that is rolled back there is
 * nothing to tell, and when it is committed the mail is not lost, whatever the mail server does. It is written in its
 * receiver's language as of then, says no more than is needed to find the page, and leads there. A timer sends what is
 * due; what cannot be sent is tried again after growing pauses for three days, then an administrator sees it as not sent.
 * Nobody is told of what they did themselves, and everybody may switch a kind of mail off.
 */
package no.fellesdrift.notify;
