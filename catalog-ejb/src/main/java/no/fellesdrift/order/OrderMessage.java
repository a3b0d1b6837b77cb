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
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;

/** What one party wrote to the other about an order. */
@Entity
@Table(name = "order_message")
public class OrderMessage {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_message_seq")
    @SequenceGenerator(name = "order_message_seq", sequenceName = "order_message_seq", allocationSize = 100)
    private Long id;

    @Version
    private int version;

    /** What the message is for. */
    public enum Kind {
        QUESTION,
        ANSWER,
        CANCEL_REQUEST
    }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_number", referencedColumnName = "number")
    private Order order;

    private Instant at;

    @Column(name = "by_person")
    private String byPerson;

    @Column(name = "by_name")
    private String byName;

    @Column(name = "by_organisation")
    private OrgNumber byOrganisation;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String text;

    protected OrderMessage() {}

    OrderMessage(Order order, Caller by, Instant at, Kind kind, String text) {
        this.order = order;
        this.byPerson = by.id();
        this.byName = by.name();
        this.byOrganisation = by.organisation();
        this.at = at;
        this.kind = kind;
        this.text = text;
    }

    public Instant at() {
        return at;
    }

    public String byName() {
        return byName;
    }

    public OrgNumber byOrganisation() {
        return byOrganisation;
    }

    public Kind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    Order order() {
        return order;
    }
}
