/**
 * The first page of everyone: what waits for the reader with its age and deadline, what is late, what is coming, and a few
 * figures. Every tile and line leads to the list or thing behind it. It keeps nothing and decides nothing; it asks the
 * other rooms' desks as the reader.
 */
package no.fellesdrift.web.overview;
