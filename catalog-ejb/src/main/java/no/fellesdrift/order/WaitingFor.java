package no.fellesdrift.order;

/** Who has the order now. Not a state: it follows from the state, from open questions and from unknown answers. */
public enum WaitingFor {
    APPROVER,
    ORDER_DESK,
    CUSTOMER,
    SUPPLIER,
    /** The supplier answered something that nobody knows; a person must say what it means. */
    EXCEPTION
}
