package no.fellesdrift.order;

import java.time.Instant;
import no.fellesdrift.kernel.Caller;

/**
 * Who takes a step with an order, and when.
 *
 * @param position the line concerned, from 1; null for every line that may take the step
 * @param note what the person wrote; null when nothing
 */
record Turn(Caller by, Instant at, Integer position, String note) {}
