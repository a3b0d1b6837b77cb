package no.fellesdrift.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import no.fellesdrift.kernel.Caller;

/** A row of the history: who did what and when. Never changed. */
@Entity
@Table(name = "order_step")
public class OrderStep {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_step_seq")
    @SequenceGenerator(name = "order_step_seq", sequenceName = "order_step_seq", allocationSize = 100)
    private Long id;

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_number", referencedColumnName = "number")
    private Order order;

    @Column(name = "item_position")
    private Integer itemPosition;

    private Instant at;

    @Column(name = "by_person")
    private String byPerson;

    @Column(name = "by_name")
    private String byName;

    @Column(name = "by_key")
    private String byKey;

    private String action;

    @Column(name = "from_state")
    private String fromState;

    @Column(name = "to_state")
    private String toState;

    private String note;

    protected OrderStep() {}

    OrderStep(Order order, Integer item, Caller by, Instant at, String action, String from, String to, String note) {
        this.order = order;
        this.itemPosition = item;
        this.byPerson = by.id();
        this.byName = by.name();
        this.byKey = by.key().orElse(null);
        this.at = at;
        this.action = action;
        this.fromState = from;
        this.toState = to;
        this.note = note;
    }

    /** The line concerned; null when it is the whole order. */
    public Integer itemPosition() {
        return itemPosition;
    }

    public Instant at() {
        return at;
    }

    public String byPerson() {
        return byPerson;
    }

    public String byName() {
        return byName;
    }

    public String byKey() {
        return byKey;
    }

    public String action() {
        return action;
    }

    public String from() {
        return fromState;
    }

    public String to() {
        return toState;
    }

    public String note() {
        return note;
    }

    Order order() {
        return order;
    }
}
