package no.fellesdrift.price;

/** Which orders a one-off price is charged for. */
public enum OneOffEvent {
    /** Only one that begins a line. */
    NEW,
    /** Also one that adds units. */
    NEW_AND_INCREASE
}
