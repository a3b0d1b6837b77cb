package no.fellesdrift.sla;

import no.fellesdrift.kernel.Rejection;

/** Bad rows among measurements of which good ones had been stored already: those are taken back. */
public class RowsRejected extends Rejection {

    private static final long serialVersionUID = 1;

    private final transient Receipt receipt;

    RowsRejected(Receipt receipt) {
        super(
                SlaReason.WRONG_ROWS,
                receipt.rejected().stream()
                        .mapToInt(RejectedRow::row)
                        .distinct()
                        .count());
        this.receipt = receipt;
    }

    /** Nothing accepted, and every bad row. */
    public Receipt receipt() {
        return receipt;
    }
}
