package no.fellesdrift.web.frame;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rejection;

/** Every block of the pages once, for those who build pages. */
@Named
@ViewScoped
public class StyleguidePage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A refusal to look at. */
    private enum StyleguideReason implements Rejection.Reason {
        EXAMPLE;

        @Override
        public Rejection.Kind kind() {
            return Rejection.Kind.CONFLICT;
        }

        @Override
        public String room() {
            return "frame";
        }
    }

    @Inject
    Messages messages;

    private String name = "Askeladden";
    private String note;
    private BigDecimal quantity = new BigDecimal("4");
    private LocalDate date = LocalDate.of(2026, 11, 17);
    private String choice = "Standard";
    private boolean agree;

    public void send() {
        messages.done("frame.styleguide.sent", name);
    }

    public void refuse() {
        throw new Rejection(StyleguideReason.EXAMPLE);
    }

    public Money getPrice() {
        return Money.of("12345.60");
    }

    public Instant getInstant() {
        return Instant.parse("2026-11-10T13:05:00Z");
    }

    public List<String> getChoices() {
        return List.of("Standard", "Kraftig");
    }

    public List<Integer> getFigures() {
        return List.of(3, 5, 4, 6, 8);
    }

    public List<Integer> getYear() {
        return List.of(3, 5, 4, 6, 8, 2, 0, 7, 9, 4, 0, 0);
    }

    public ColumnChart getColumns() {
        return new ColumnChart(
                Arrays.asList(new BigDecimal("40"), new BigDecimal("55"), null, new BigDecimal("62")),
                List.of("jan", "feb", "mar", "apr"),
                new BigDecimal("50"));
    }

    public PointChart getPoints() {
        BigDecimal target = new BigDecimal("99.8");
        return new PointChart(List.of(
                new PointChart.Value("jan", new BigDecimal("99.95"), target, false),
                new PointChart.Value("feb", new BigDecimal("99.71"), target, true),
                new PointChart.Value("mar", null, target, false),
                new PointChart.Value("apr", new BigDecimal("99.9"), target, false),
                new PointChart.Value("may", new BigDecimal("100"), target, false)));
    }

    public List<TimelineEntry> getHistory() {
        return List.of(
                new TimelineEntry(getInstant(), "Sikt", "New date", "16.11.2026", "18.11.2026", null),
                new TimelineEntry(getInstant(), "Hanne Brattlid", "Sent the order", null, null, "In a hurry"));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public BigDecimal getQuantity() {
        return quantity;
    }

    public void setQuantity(BigDecimal quantity) {
        this.quantity = quantity;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public String getChoice() {
        return choice;
    }

    public void setChoice(String choice) {
        this.choice = choice;
    }

    public Part getFile() {
        return null;
    }

    public void setFile(Part file) {
        // the style guide keeps nothing
    }

    public boolean isAgree() {
        return agree;
    }

    public void setAgree(boolean agree) {
        this.agree = agree;
    }
}
