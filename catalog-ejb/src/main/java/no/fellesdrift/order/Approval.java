package no.fellesdrift.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import no.fellesdrift.kernel.Money;

/** The approver's decision, with what it was based on. */
@Entity
@Table(name = "order_approval")
public class Approval {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_approval_seq")
    @SequenceGenerator(name = "order_approval_seq", sequenceName = "order_approval_seq", allocationSize = 100)
    private Long id;

    @Version
    private int version;

    /** Yes or no. */
    public enum Decision {
        APPROVED,
        DECLINED
    }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_number", referencedColumnName = "number")
    private Order order;

    private Instant at;

    @Column(name = "by_person")
    private String byPerson;

    @Column(name = "by_name")
    private String byName;

    @Column(name = "on_behalf_of")
    private String onBehalfOf;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private Money amount;
    private Money budget;
    private String note;

    protected Approval() {}

    Approval(Order order, Turn turn, String onBehalfOf, Decision decision, Money amount, Money budget) {
        this.order = order;
        this.byPerson = turn.by().id();
        this.byName = turn.by().name();
        this.onBehalfOf = onBehalfOf;
        this.at = turn.at();
        this.decision = decision;
        this.amount = amount;
        this.budget = budget;
        this.note = turn.note();
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

    /** The absent approver; null when the approver decided. */
    public String onBehalfOf() {
        return onBehalfOf;
    }

    public Decision decision() {
        return decision;
    }

    /** What the order costs this year; null when declined. */
    public Money amount() {
        return amount;
    }

    /** The adopted budget at that time; null when none was adopted. */
    public Money budget() {
        return budget;
    }

    public String note() {
        return note;
    }

    Order order() {
        return order;
    }
}
