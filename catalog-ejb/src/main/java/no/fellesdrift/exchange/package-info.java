/**
 * Data sets in and out, the search over all rooms, and what happens when the application starts.
 *
 * <p>{@link no.fellesdrift.exchange.StartUp} runs before anything else: migrations, the character set, the demo marker.
 * An import is all or nothing: every fault is named with file, line and column, and nothing of a faulty set is stored.
 * The search asks each room's desk and so finds what the caller's own lists would show.
 */
package no.fellesdrift.exchange;
