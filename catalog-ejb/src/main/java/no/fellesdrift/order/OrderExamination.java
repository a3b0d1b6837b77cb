package no.fellesdrift.order;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.AgreementReason;
import no.fellesdrift.agreement.AgreementView;
import no.fellesdrift.agreement.LineChange;
import no.fellesdrift.agreement.LineView;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.agreement.OurPrice;
import no.fellesdrift.agreement.OurPriceDesk;
import no.fellesdrift.budget.BudgetDesk;
import no.fellesdrift.budget.BudgetEffect;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.price.Estimate;

/**
 * Looks at an order before it may stand: agreement and eligibility, the form's answers, quantities, dates, the estimate
 * and the budget. Nothing is stored here.
 */
class OrderExamination {

    @Inject
    OrderWork work;

    @Inject
    Orders orders;

    @Inject
    AgreementDesk agreements;

    @Inject
    OfferingDesk offerings;

    @Inject
    OurPriceDesk prices;

    @Inject
    BudgetDesk budgets;

    @Inject
    OfficeDays officeDays;

    /** What can have come in the way since the draft was made: agreement, eligibility, budget. */
    List<BudgetCheck> reexamine(Order order) {
        for (OrderItem item : standing(order)) {
            if (item.kind().adds()) {
                agreements.mustAllow(order.agreement(), item.offering(), work.today());
            } else {
                inForce(order.agreement());
            }
        }
        List<BudgetCheck> checks = budgets(order);
        List<OrderItem> items = standing(order);
        for (int i = 0; i < items.size(); i++) {
            items.get(i).binds(checks.get(i).year(), checks.get(i).cost());
        }
        mustCarry(checks);
        return checks;
    }

    /** Each line that is not cancelled beside its budget, as it is today. */
    List<BudgetCheck> budgets(Order order) {
        return standing(order).stream()
                .map(item -> budget(
                        order.agency(),
                        offerings.offering(item.offering()),
                        item.kind(),
                        item.quantity(),
                        item.wantedDate(),
                        order.number()))
                .toList();
    }

    private static List<OrderItem> standing(Order order) {
        return order.items().stream()
                .filter(item -> item.state() != OrderState.CANCELLED)
                .toList();
    }

    private AgreementView inForce(AgreementNumber number) {
        AgreementView agreement = agreements.agreement(number);
        if (!agreement.covers(work.today())) {
            throw new Rejection(AgreementReason.NOT_COVERED, number, work.today());
        }
        return agreement;
    }

    record ExaminedLine(
            ItemKind kind,
            Optional<LineView> line,
            OfferingView offering,
            BigDecimal quantity,
            LocalDate wanted,
            Map<String, List<String>> answers,
            Map<String, OrderDraft.FileDraft> files,
            Estimate estimate,
            BudgetCheck budget,
            LocalDate earliest) {}

    record Examined(AgreementView agreement, List<ExaminedLine> lines) {
        OrderPreview preview() {
            return new OrderPreview(
                    agreement.number(),
                    agreement.agency(),
                    lines.stream()
                            .map(line -> new OrderPreview.Line(
                                    line.kind,
                                    line.line.map(LineView::line).orElse(null),
                                    line.offering.code(),
                                    line.offering.name(),
                                    line.quantity,
                                    line.wanted,
                                    line.earliest,
                                    line.offering.leadTimeWorkingDays(),
                                    line.estimate))
                            .toList(),
                    lines.stream().map(ExaminedLine::estimate).reduce(Estimate.NOTHING, Estimate::plus),
                    lines.stream().map(ExaminedLine::budget).toList());
        }
    }

    Examined examined(OrderDraft draft) {
        AgreementView agreement = agreementOf(draft);
        List<Violation> violations = new ArrayList<>();
        List<ExaminedLine> lines = new ArrayList<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            line(agreement, draft.lines().get(i), "lines[" + i + "]", violations)
                    .ifPresent(lines::add);
        }
        if (!violations.isEmpty()) {
            throw new Rejection(OrderReason.INVALID, violations);
        }
        mustCarry(lines.stream().map(ExaminedLine::budget).toList());
        return new Examined(agreement, lines);
    }

    private AgreementView agreementOf(OrderDraft draft) {
        Caller by = work.caller.get();
        AgreementNumber number = draft.agreement();
        if (number == null) {
            List<AgreementView> own = agreements.inForce(by.organisation(), work.today());
            if (own.size() != 1) {
                throw new Rejection(OrderReason.INVALID, List.of(Violation.of("agreement", "order.wrong.agreement")));
            }
            number = own.get(0).number();
        }
        AgreementView agreement = inForce(number);
        if (!agreement.agency().equals(by.organisation())) {
            throw new Rejection(AgreementReason.AGREEMENT_NOT_FOUND, number);
        }
        return agreement;
    }

    private Optional<ExaminedLine> line(
            AgreementView agreement, OrderDraft.Line draft, String path, List<Violation> violations) {
        int before = violations.size();
        if (draft.offering() == null) {
            violations.add(Violation.of(path + ".offering", "order.wrong.required"));
            return Optional.empty();
        }
        OfferingView offering = offerings.offering(draft.offering());
        Optional<LineView> line = lineOf(agreement, draft, path, violations);
        ItemKind kind = draft.kind() != null ? draft.kind() : line.isPresent() ? ItemKind.INCREASE : ItemKind.NEW;
        if (kind == ItemKind.NEW) {
            if (draft.line() != null) {
                violations.add(Violation.of(path + ".line", "order.wrong.new_has_line"));
            }
            line = Optional.empty();
        } else if (line.isEmpty()) {
            if (violations.size() == before) {
                violations.add(Violation.of(path + ".line", "order.wrong.no_line", offering.code()));
            }
            return Optional.empty();
        }
        BigDecimal has = line.map(one -> one.quantityOn(work.today())).orElse(BigDecimal.ZERO);
        BigDecimal quantity = draft.quantity() == null && kind == ItemKind.END ? has : draft.quantity();
        if (quantity == null || quantity.signum() < 0 || (quantity.signum() == 0 && kind != ItemKind.END)) {
            violations.add(Violation.of(path + ".quantity", "order.wrong.quantity"));
        } else if (quantity.scale() > 6 || quantity.precision() - quantity.scale() > 12) {
            violations.add(Violation.of(path + ".quantity", "order.wrong.quantity"));
        } else if (kind == ItemKind.END && quantity.compareTo(has) != 0) {
            violations.add(Violation.of(path + ".quantity", "order.wrong.end_whole", plain(has)));
        }
        LocalDate wanted = AnswerCheck.wanted(draft, path, violations);
        if (wanted != null && wanted.isBefore(work.today())) {
            violations.add(Violation.of(path + ".wantedDate", "order.wrong.past_date"));
        }
        Map<String, List<String>> answers = AnswerCheck.check(
                offerings.form(offering.code(), work.today()),
                draft,
                kind != ItemKind.DECREASE && kind != ItemKind.END,
                path,
                violations);
        if (kind.adds()) {
            agreements.mustAllow(agreement.number(), offering.code(), work.today());
        }
        if (violations.size() > before) {
            return Optional.empty();
        }
        if ((kind == ItemKind.DECREASE || kind == ItemKind.REPLACEMENT) && quantity.compareTo(has) > 0) {
            throw new Rejection(OrderReason.LINE_TOO_SMALL, line.orElseThrow().line(), plain(has), plain(quantity));
        }
        LocalDate priced = wanted == null ? work.today() : wanted;
        return Optional.of(new ExaminedLine(
                kind,
                line,
                offering,
                quantity,
                wanted,
                answers,
                draft.files(),
                estimate(agreement.agency(), offering, kind, quantity, priced),
                budget(agreement.agency(), offering, kind, quantity, wanted, null),
                earliest(offering.leadTimeWorkingDays())));
    }

    private Optional<LineView> lineOf(
            AgreementView agreement, OrderDraft.Line draft, String path, List<Violation> violations) {
        List<LineView> candidates = agreement.lines().stream()
                .filter(line -> line.offering().equals(draft.offering()))
                .filter(line -> draft.line() == null || line.line().equals(draft.line()))
                .toList();
        List<LineView> open = candidates.stream()
                .filter(line -> line.on(work.today()).isPresent())
                .toList();
        if (draft.line() != null && open.isEmpty()) {
            if (candidates.isEmpty()) {
                violations.add(Violation.of(path + ".line", "order.wrong.line", draft.line(), draft.offering()));
                return Optional.empty();
            }
            throw new Rejection(OrderReason.LINE_NOT_OPEN, draft.line());
        }
        if (open.size() > 1 && draft.kind() != ItemKind.NEW) {
            violations.add(Violation.of(path + ".line", "order.wrong.several_lines", draft.offering()));
            return Optional.empty();
        }
        return open.stream().findFirst();
    }

    private Estimate estimate(
            OrgNumber agency, OfferingView offering, ItemKind kind, BigDecimal quantity, LocalDate on) {
        OurPrice price = prices.priceOn(offering.code(), on, agency);
        return switch (kind) {
            case NEW -> Estimate.of(price.components(), quantity, true);
            case INCREASE -> Estimate.of(price.components(), quantity, false);
            case DECREASE, END ->
                new Estimate(
                        Money.ZERO,
                        Estimate.of(price.components(), quantity, false)
                                .perYear()
                                .negate());
            case REPLACEMENT -> Estimate.NOTHING;
        };
    }

    private BudgetCheck budget(
            OrgNumber agency,
            OfferingView offering,
            ItemKind kind,
            BigDecimal quantity,
            LocalDate wanted,
            OrderNumber itself) {
        LocalDate expected = earliest(offering.leadTimeWorkingDays());
        LocalDate from = wanted != null && wanted.isAfter(expected) ? wanted : expected;
        BudgetEffect effect = budgets.effect(agency, offering.code(), LineChange.valueOf(kind.name()), quantity, from);
        return new BudgetCheck(
                offering.service(),
                from.getYear(),
                effect.budget().adopted().orElse(null),
                effect.budget().bound(),
                orders.committed(agency, offering.service(), from.getYear(), itself),
                effect.order());
    }

    /** Lines of one service and year share a budget. @throws Rejection OVER_BUDGET */
    private static void mustCarry(List<BudgetCheck> checks) {
        for (BudgetCheck whole : BudgetCheck.together(checks)) {
            if (whole.forbids()) {
                throw new Rejection(
                        OrderReason.OVER_BUDGET,
                        whole.service(),
                        whole.year(),
                        whole.committed().plus(whole.cost()),
                        whole.adopted());
            }
        }
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    /** The day a line would be promised for, if it was approved now. */
    LocalDate earliest(int leadTimeWorkingDays) {
        return officeDays.after(work.clock.instant(), leadTimeWorkingDays);
    }
}
