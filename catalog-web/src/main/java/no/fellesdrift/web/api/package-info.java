/**
 * The habits of the REST API, so that every resource of a room is a few lines: JSON ({@link
 * no.fellesdrift.web.api.Json}), refusals as RFC 9457 problems ({@link no.fellesdrift.web.api.Problem}), paging ({@link
 * no.fellesdrift.web.api.Paging}), entity tags ({@link no.fellesdrift.web.api.Answers}), requests that may be repeated
 * ({@link no.fellesdrift.web.api.Idempotent}) and the size of a body ({@link no.fellesdrift.web.api.BodyLimit}).
 *
 * <p>Invariants: no answer carries a stack trace; every refusal has a status that follows from its kind, a sentence in
 * the caller's language and the request's correlation id; who asks is settled before a resource is reached.
 */
package no.fellesdrift.web.api;
