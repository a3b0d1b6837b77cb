package no.fellesdrift.order;

/** Somebody of the same agency who could stand in. */
public record Colleague(String person, String name) {}
