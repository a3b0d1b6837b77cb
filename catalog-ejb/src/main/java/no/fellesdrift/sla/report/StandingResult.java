package no.fellesdrift.sla.report;

/**
 * A result that stands now and belongs into a report.
 *
 * @param result the key of the version
 * @param shownBefore the key of the version that was last published; null in a first report, and for a result that is new
 * @param why what is known of the reason of a change: how a dispute ended; null when nothing is
 */
record StandingResult(String line, String level, long result, Long shownBefore, String why) {}
