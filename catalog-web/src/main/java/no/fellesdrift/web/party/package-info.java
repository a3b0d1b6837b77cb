/**
 * Signing in and out, and the administrator's pages about people and keys.
 *
 * <p>Invariants: there is exactly one authentication mechanism, {@link no.fellesdrift.web.party.Gate}. What is under
 * {@code /api/} is judged by its bearer key alone; a session's cookie does not count there and none is made. Everything
 * else is judged by the session, in which only the person's id stands: roles and validity are read anew with every
 * request. A page that is not open to all leads to the sign-in page and back.
 */
package no.fellesdrift.web.party;
