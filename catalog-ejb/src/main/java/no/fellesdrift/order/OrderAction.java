package no.fellesdrift.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done with an order. Who may, and in which state, stands in {@link OrderState}. */
public enum OrderAction {
    SUBMIT,
    APPROVE,
    DECLINE,
    RECEIVE,
    ASK,
    ANSWER,
    ROUTE,
    PLACE_UPSTREAM,
    CONFIRM_UPSTREAM,
    /** The supplier gives a new date. */
    PROMISE,
    /** The supplier reports a state; one that nobody knows makes the line wait for an exception to be resolved. */
    REPORT_UPSTREAM,
    REJECT_UPSTREAM,
    DELIVER,
    ACCEPT,
    CANCEL,
    /** Once work has begun an order is cancelled only by a request that the order desk assesses. */
    REQUEST_CANCEL,
    GRANT_CANCEL,
    REFUSE_CANCEL;

    /** As in addresses and in the history: {@code place-upstream}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<OrderAction> of(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(code))
                .findFirst();
    }
}
