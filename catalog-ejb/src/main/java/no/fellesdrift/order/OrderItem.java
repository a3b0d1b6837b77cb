package no.fellesdrift.order;

import jakarta.persistence.CascadeType;
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
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.price.Estimate;

/** One line of an order: what it does to which agreement line, where it stands, and how it is fulfilled. */
@Entity
@Table(name = "order_item")
public class OrderItem {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_item_seq")
    @SequenceGenerator(name = "order_item_seq", sequenceName = "order_item_seq", allocationSize = 100)
    private Long id;

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_number", referencedColumnName = "number")
    private Order order;

    private int position;
    private OfferingCode offering;
    private LineNumber line;

    @Enumerated(EnumType.STRING)
    private ItemKind kind;

    private BigDecimal quantity;

    @Column(name = "wanted_date")
    private LocalDate wantedDate;

    @Column(name = "counts_for_lead_time")
    private boolean countsForLeadTime;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    @Enumerated(EnumType.STRING)
    private OrderRoute route;

    @Column(name = "promised_date")
    private LocalDate promisedDate;

    private String exception;

    @Column(name = "one_off")
    private Money oneOff;

    @Column(name = "per_year")
    private Money perYear;

    @Column(name = "cost_year")
    private Integer costYear;

    @Column(name = "year_cost")
    private Money yearCost;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @OneToMany(mappedBy = "item", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<OrderAnswer> answers = new ArrayList<>();

    @OneToMany(mappedBy = "item", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<UpstreamOrder> upstreamOrders = new ArrayList<>();

    protected OrderItem() {}

    OrderItem(
            Order order,
            int position,
            OfferingCode offering,
            LineNumber line,
            ItemKind kind,
            BigDecimal quantity,
            LocalDate wantedDate,
            Estimate estimate) {
        this.order = order;
        this.position = position;
        this.offering = offering;
        this.line = line;
        this.kind = kind;
        this.quantity = quantity;
        this.wantedDate = wantedDate;
        this.countsForLeadTime = kind.countsForLeadTime();
        this.oneOff = estimate.oneOff();
        this.perYear = estimate.perYear();
        this.state = OrderState.DRAFT;
    }

    /** What it costs in the year in which it is expected: what it binds of that year's budget while it is open. */
    void binds(int year, Money cost) {
        costYear = year;
        yearCost = cost;
    }

    void answered(String question, List<String> values) {
        answers.add(new OrderAnswer(this, question, String.join("\n", values)));
    }

    void moveTo(OrderState next) {
        state = next;
    }

    void promise(LocalDate date) {
        promisedDate = date;
    }

    void route(OrderRoute chosen) {
        route = chosen;
    }

    void placeUpstream(OrgNumber supplier, String number, Instant at, String note) {
        upstreamOrders.add(new UpstreamOrder(this, supplier, number, at, note));
    }

    void confirmUpstream(String number, LocalDate promised, Instant at) {
        exception = null;
        attempt().orElseThrow().confirm(number, promised, at);
    }

    void reportUpstream(String supplierState) {
        exception = supplierState;
        attempt().orElseThrow().report(supplierState);
    }

    void rejectUpstream(Instant at, String note) {
        exception = null;
        route = null;
        attempt().orElseThrow().reject(at, note);
    }

    void upstreamCancelled() {
        exception = null;
    }

    void delivered(Instant at) {
        exception = null;
        deliveredAt = at;
        attempt().ifPresent(upstream -> upstream.delivered(at));
    }

    void accepted(Instant at) {
        acceptedAt = at;
    }

    /** The agreement line that the delivery began. */
    void began(LineNumber begun) {
        line = begun;
    }

    /** The upstream order that is running; each attempt is a row of its own. */
    Optional<UpstreamOrder> attempt() {
        return upstreamOrders.stream()
                .filter(upstream -> upstream.rejectedAt() == null)
                .reduce((first, last) -> last);
    }

    /** The latest of what was promised, wished for and said by the supplier. */
    LocalDate expectedDate() {
        if (promisedDate == null) {
            return null;
        }
        return Stream.of(
                        promisedDate,
                        wantedDate,
                        attempt().map(UpstreamOrder::promisedDate).orElse(null))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    public Long id() {
        return id;
    }

    public int position() {
        return position;
    }

    public OfferingCode offering() {
        return offering;
    }

    public LineNumber line() {
        return line;
    }

    public ItemKind kind() {
        return kind;
    }

    public BigDecimal quantity() {
        return quantity;
    }

    public LocalDate wantedDate() {
        return wantedDate;
    }

    public boolean countsForLeadTime() {
        return countsForLeadTime;
    }

    public OrderState state() {
        return state;
    }

    public OrderRoute route() {
        return route;
    }

    public LocalDate promisedDate() {
        return promisedDate;
    }

    public String exception() {
        return exception;
    }

    public Money oneOff() {
        return oneOff;
    }

    public Integer costYear() {
        return costYear;
    }

    public Money yearCost() {
        return yearCost;
    }

    public Money perYear() {
        return perYear;
    }

    public Instant deliveredAt() {
        return deliveredAt;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }

    public List<OrderAnswer> answers() {
        return List.copyOf(answers);
    }

    public List<UpstreamOrder> upstreamOrders() {
        return List.copyOf(upstreamOrders);
    }

    Order order() {
        return order;
    }
}
