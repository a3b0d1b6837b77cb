/**
 * Who the parties are: organisations, their people with roles, and the keys that machines come with.
 *
 * <p>Invariants: a person belongs to one organisation and holds only roles that fit its kind, so that nobody at an
 * agency can hold a role of the provider that sees all; outside the dates of a person nobody signs in as it, and its
 * keys stop with it. Of a password and of a key only a hash is stored. A key acts either as a person, with that
 * person's roles of the moment, or with roles of its own; it never holds SYSTEM. There is always an administrator once
 * there was one. Fixed demo keys and signing in without a password exist in demo mode only.
 */
package no.fellesdrift.party;
