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

/** A file that answers a question of the order form. */
@Entity
@Table(name = "order_file")
public class OrderFile {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_file_seq")
    @SequenceGenerator(name = "order_file_seq", sequenceName = "order_file_seq", allocationSize = 100)
    private Long id;

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_item_id")
    private OrderItem item;

    private String question;
    private String name;

    @Column(name = "media_type")
    private String mediaType;

    private byte[] content;

    protected OrderFile() {}

    OrderFile(OrderItem item, String question, OrderDraft.FileDraft file) {
        this.item = item;
        this.question = question;
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.content = file.content();
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.clone();
    }

    OrderItem item() {
        return item;
    }

    public String question() {
        return question;
    }
}
