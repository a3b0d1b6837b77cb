package no.fellesdrift.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.AgreementReason;
import no.fellesdrift.agreement.AgreementView;
import no.fellesdrift.agreement.LineView;
import no.fellesdrift.agreement.OurPrice;
import no.fellesdrift.agreement.OurPriceDesk;
import no.fellesdrift.agreement.ResponsibilityView;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.price.PriceDesk;
import no.fellesdrift.sla.chain.ChainDesk;
import no.fellesdrift.web.frame.DateConverter;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Texts;
import no.fellesdrift.web.frame.TimelineEntry;

/** One agreement: its lines with quantity over time and price, security objectives, responsibility and history. */
@Named
@RequestScoped
public class AgreementPage {

    private static final int HISTORY = 20;

    @Inject
    AgreementDesk desk;

    @Inject
    OurPriceDesk prices;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    @Inject
    Texts t;

    @Inject
    Format f;

    /**
     * A line on the date of the page.
     *
     * @param now units on the date; empty when the line does not exist then
     * @param perMonth recurring prices of a whole month; absent when the line does not exist then
     * @param steps the quantities over time, one sentence each
     */
    public record Line(LineView line, String now, Money perMonth, List<String> steps) {}

    /** Who does what for one task of one service. */
    public record Task(
            String service, String name, List<String> provider, List<String> customer, List<String> upstream) {}

    @Inject
    ChainDesk chain;

    @Inject
    Me me;

    private AgreementView agreement;
    private LocalDate on;
    private LocalDate today;
    private List<Line> lines;
    private List<AgreementView> versions;
    private List<AgreementView.Objective> objectives;
    private List<Task> tasks;
    private List<TimelineEntry> history;
    private List<String> tooWeak;

    @PostConstruct
    void open() {
        String number = request.getParameter("number");
        if (number == null || number.isBlank()) {
            throw new Rejection(AgreementReason.AGREEMENT_NOT_FOUND, "");
        }
        today = LocalDate.now(clock.withZone(PriceDesk.BILLING_ZONE));
        on = DateConverter.asked(request.getParameter("on")).orElse(today);
        AgreementNumber key = AgreementNumber.of(number.strip());
        agreement = desk.agreement(key);
        versions = desk.versions(key);
        objectives = desk.objectives(key);
        List<LineView> its = agreement.lines();
        List<OfferingCode> offerings =
                its.stream().map(LineView::offering).distinct().toList();
        Map<OfferingCode, OurPrice> priced = prices.pricesOn(offerings, on, agreement.agency());
        lines = its.stream()
                .map(line -> line(line, priced.get(line.offering())))
                .toList();
        Map<Object, String> names = its.stream()
                .collect(Collectors.toMap(LineView::service, line -> t.in(line.serviceName()), (one, other) -> one));
        tasks = desk
                .responsibilities(its.stream().map(LineView::service).distinct().toList())
                .stream()
                .map(one -> task(names.get(one.service()), one))
                .toList();
        history = its.stream()
                .flatMap(line -> line.rows().stream()
                        .filter(row -> row.fromOrder() != null)
                        .map(row -> entry(line, row)))
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(HISTORY)
                .toList();
    }

    /** The services that are promised more here than the provider's own suppliers promise; for those who see all agencies. */
    public List<String> getTooWeak() {
        if (tooWeak == null) {
            tooWeak = me.isSeesAllAgencies()
                    ? chain
                            .tooWeak(
                                    agreement.number(),
                                    on.isBefore(agreement.valid().start())
                                            ? agreement.valid().start()
                                            : on)
                            .stream()
                            .map(link -> t.in(link.promise().serviceName()))
                            .distinct()
                            .toList()
                    : List.of();
        }
        return tooWeak;
    }

    public String getTooWeakNames() {
        return String.join(", ", getTooWeak());
    }

    private Line line(LineView line, OurPrice price) {
        boolean exists = line.on(on).isPresent();
        return new Line(
                line,
                exists ? f.units(line.quantityOn(on), t.in(line.unit())) : "",
                exists ? price.perMonth(line.quantityOn(on)) : null,
                line.rows().stream().map(this::step).toList());
    }

    private String step(LineView.Row row) {
        return row.valid().end() == null
                ? t.of(
                        "agreement.step.open",
                        f.number(row.quantity()),
                        f.date(row.valid().start()))
                : t.of(
                        "agreement.step",
                        f.number(row.quantity()),
                        f.date(row.valid().start()),
                        f.date(row.valid().lastDay()));
    }

    private TimelineEntry entry(LineView line, LineView.Row row) {
        return new TimelineEntry(
                row.valid().start().atStartOfDay(PriceDesk.BILLING_ZONE).toInstant(),
                row.fromOrder().value(),
                t.of("agreement.history.line", line.line().value(), t.in(line.offeringName())),
                null,
                f.units(row.quantity(), t.in(line.unit())),
                null);
    }

    private Task task(String service, ResponsibilityView one) {
        return new Task(
                service, t.in(one.name()), letters(one.provider()), letters(one.customer()), letters(one.upstream()));
    }

    private static List<String> letters(String all) {
        return all == null
                ? List.of()
                : all.chars().mapToObj(Character::toString).sorted().toList();
    }

    public AgreementView getAgreement() {
        return agreement;
    }

    public LocalDate getOn() {
        return on;
    }

    public List<Line> getLines() {
        return lines;
    }

    public List<AgreementView> getVersions() {
        return versions;
    }

    public List<AgreementView.Objective> getObjectives() {
        return objectives;
    }

    public List<Task> getTasks() {
        return tasks;
    }

    public List<TimelineEntry> getHistory() {
        return history;
    }

    /** The recurring prices of all lines in a whole month. */
    public Money getPerMonth() {
        return lines.stream()
                .map(Line::perMonth)
                .filter(amount -> amount != null)
                .reduce(Money.ZERO, Money::plus);
    }

    public long getExisting() {
        return lines.stream().filter(line -> !line.now().isEmpty()).count();
    }

    public boolean isOverdue() {
        return agreement.revisionOverdue(today);
    }

    /** Days until the revision is due; below zero when it is late. */
    public long getDaysLeft() {
        return agreement.revisionDue() == null ? 0 : ChronoUnit.DAYS.between(today, agreement.revisionDue());
    }
}
