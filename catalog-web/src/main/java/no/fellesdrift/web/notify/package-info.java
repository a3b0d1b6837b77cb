/** E-mail for people: the outbox that an administrator sees, and what each person wants to be told. */
package no.fellesdrift.web.notify;
