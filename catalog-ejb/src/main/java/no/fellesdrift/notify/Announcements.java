package no.fellesdrift.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.notify.Receivers.OrderFacts;
import no.fellesdrift.notify.Receivers.ReportFacts;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.source.MaintenanceTold;

/** Writes the mails that tell of what has happened, in the transaction it happened in. */
@ApplicationScoped
public class Announcements {

    @Inject
    Courier courier;

    @Inject
    Receivers receivers;

    @Inject
    CurrentCaller caller;

    void tell(@Observes Happened happened) {
        switch (happened.what()) {
            case "order.submit" -> order(MailKind.ORDER_TO_APPROVE, happened);
            case "order.approve" -> {
                order(MailKind.ORDER_APPROVED, happened);
                order(MailKind.ORDER_NEW, happened);
            }
            case "order.decline" -> order(MailKind.ORDER_DECLINED, happened);
            case "order.ask" -> order(MailKind.ORDER_ASKED, happened);
            case "order.confirm-upstream", "order.promise" -> order(MailKind.ORDER_PROMISED, happened);
            case "order.deliver" -> order(MailKind.ORDER_DELIVERED, happened);
            case "order.escalate" -> order(MailKind.ORDER_SILENT, happened);
            case "charge.close" -> closed(YearMonth.parse(happened.subject()));
            case "charge.propose-credit" -> credit(happened.subject());
            case "sla.reports-drafted" -> drafted(happened);
            case "sla.report-submit" -> report(MailKind.REPORT_TO_REVIEW, happened);
            case "sla.report-publish" -> report(MailKind.REPORT_PUBLISHED, happened);
            case "sla.report-dispute" -> report(MailKind.REPORT_DISPUTED, happened);
            case "sla.report-propose" -> report(MailKind.REPORT_SETTLEMENT, happened);
            case "sla.report-lapse" -> report(MailKind.REPORT_SILENT, happened);
            default -> {
                // nobody needs a mail of it
            }
        }
    }

    private void order(MailKind kind, Happened happened) {
        OrderFacts order = receivers.order(happened.subject()).orElseThrow();
        if (kind == MailKind.ORDER_PROMISED && order.expected() == null) {
            return;
        }
        courier.tellOthers(
                kind,
                receivers(kind, happened, order),
                "/orders/order.xhtml?number=" + happened.subject(),
                happened.subject(),
                order.agencyName(),
                order.expected() == null ? "" : order.expected());
    }

    private Stream<Receiver> receivers(MailKind kind, Happened happened, OrderFacts order) {
        LocalDate today = courier.today();
        return switch (kind) {
            case ORDER_TO_APPROVE ->
                Stream.concat(
                                receivers
                                        .holders(Role.APPROVER, Optional.of(happened.organisation()), kind, today)
                                        .stream(),
                                receivers.substitutes(happened.organisation(), kind, today).stream())
                        // nobody approves an order of their own
                        .filter(receiver -> !receiver.person().equals(order.orderedBy()));
            case ORDER_NEW -> receivers.holders(Role.ORDER_DESK, Optional.empty(), kind, today).stream();
            case ORDER_SILENT ->
                Stream.concat(
                        receivers.person(order.orderedBy(), kind, today).stream(),
                        receivers
                                .holders(Role.AGENCY_FINANCE, Optional.of(happened.organisation()), kind, today)
                                .stream());
            default -> receivers.person(order.orderedBy(), kind, today).stream();
        };
    }

    private void closed(YearMonth period) {
        courier.tellOthers(
                MailKind.CHARGES_CLOSED,
                receivers.charged(period, MailKind.CHARGES_CLOSED, courier.today()).stream(),
                "/finance/index.xhtml?period=" + period,
                period);
    }

    private void credit(String id) {
        courier.tellOthers(
                MailKind.CREDIT_TO_DECIDE,
                receivers
                        .holders(Role.FINANCE_APPROVER, Optional.empty(), MailKind.CREDIT_TO_DECIDE, courier.today())
                        .stream(),
                "/levels/credit.xhtml?id=" + id,
                YearMonth.parse(id.split("~", -1)[0]));
    }

    /** The agencies it touches, and whoever approves it. */
    void tell(@Observes MaintenanceTold told) {
        MailKind kind = MailKind.valueOf("MAINTENANCE_" + told.what());
        String page = "/levels/window.xhtml?key=" + told.maintenance();
        Object[] facts = {told.service(), told.from(), told.to(), told.maintenance(), told.interrupts() ? 1 : 0};
        courier.tellOthers(
                kind,
                told.agencies().stream()
                        .sorted()
                        .map(OrgNumber::of)
                        .flatMap(agency -> Receivers.AFFECTED.stream()
                                .flatMap(role ->
                                        receivers.holders(role, Optional.of(agency), kind, courier.today()).stream())),
                page,
                facts);
        if (told.what() != MaintenanceTold.What.CANCELLED) {
            courier.tellOthers(
                    MailKind.MAINTENANCE_TO_APPROVE,
                    receivers.approvers(told.maintenance(), MailKind.MAINTENANCE_TO_APPROVE, courier.today()).stream(),
                    page,
                    facts);
        }
    }

    private void drafted(Happened happened) {
        courier.tellOthers(
                MailKind.REPORTS_DRAFTED,
                courier.holders(MailKind.REPORTS_DRAFTED, Optional.empty(), Role.SERVICE_LEVEL_MANAGER),
                "/levels/reports.xhtml?period=" + happened.subject(),
                YearMonth.parse(happened.subject()),
                happened.note());
    }

    private void report(MailKind kind, Happened happened) {
        ReportFacts report = receivers.report(happened.subject()).orElseThrow();
        Optional<OrgNumber> agency = Optional.of(happened.organisation());
        Stream<Receiver> to = switch (kind) {
            case REPORT_TO_REVIEW ->
                courier.holders(kind, Optional.empty(), Role.CONTROLLER, Role.SERVICE_LEVEL_MANAGER);
            case REPORT_PUBLISHED -> courier.holders(kind, agency, Role.SECURITY_OFFICER, Role.APPROVER);
            case REPORT_SETTLEMENT ->
                caller.get().has(Role.SERVICE_LEVEL_MANAGER)
                        ? courier.holders(kind, agency, Role.SECURITY_OFFICER, Role.APPROVER)
                        : courier.holders(kind, Optional.empty(), Role.SERVICE_LEVEL_MANAGER);
            case REPORT_SILENT ->
                Stream.concat(
                        courier.holders(kind, agency, Role.SECURITY_OFFICER, Role.APPROVER),
                        courier.holders(kind, Optional.empty(), Role.SERVICE_LEVEL_MANAGER));
            default -> courier.holders(kind, Optional.empty(), Role.SERVICE_LEVEL_MANAGER);
        };
        courier.tellOthers(
                kind,
                to,
                "/levels/report.xhtml?number=" + happened.subject(),
                happened.subject(),
                report.agencyName(),
                report.period(),
                report.due() == null ? "" : report.due());
    }
}
