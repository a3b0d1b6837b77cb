/**
 * Data sets in and out, and what happens when the application starts.
 *
 * <p>{@link no.fellesdrift.exchange.StartUp} runs before anything else: migrations, the character set, the demo marker.
 * An import is all or nothing: every fault is named with file, line and column, and nothing of a faulty set is stored.
 */
package no.fellesdrift.exchange;
