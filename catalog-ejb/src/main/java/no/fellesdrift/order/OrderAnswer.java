package no.fellesdrift.order;

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

/** An answer to a question of the order form; several values stand one a line. */
@Entity
@Table(name = "order_answer")
public class OrderAnswer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_answer_seq")
    @SequenceGenerator(name = "order_answer_seq", sequenceName = "order_answer_seq", allocationSize = 100)
    private Long id;

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_item_id")
    private OrderItem item;

    private String question;
    private String value;

    protected OrderAnswer() {}

    OrderAnswer(OrderItem item, String question, String value) {
        this.item = item;
        this.question = question;
        this.value = value;
    }

    public String question() {
        return question;
    }

    public String value() {
        return value;
    }

    OrderItem item() {
        return item;
    }
}
