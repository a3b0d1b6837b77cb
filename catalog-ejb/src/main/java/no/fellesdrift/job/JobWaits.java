package no.fellesdrift.job;

/** A job has been put in the queue; it may begin when this transaction has been committed. */
record JobWaits(long id) {}
