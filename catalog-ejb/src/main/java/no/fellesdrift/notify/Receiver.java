package no.fellesdrift.notify;

/** Somebody who is told, and in which language. */
record Receiver(String person, String address, String language) {}
