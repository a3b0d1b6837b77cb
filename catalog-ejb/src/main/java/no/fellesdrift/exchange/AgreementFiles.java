package no.fellesdrift.exchange;

import static no.fellesdrift.exchange.Column.choice;
import static no.fellesdrift.exchange.Column.code;
import static no.fellesdrift.exchange.Column.date;
import static no.fellesdrift.exchange.Column.decimal;
import static no.fellesdrift.exchange.Column.instant;
import static no.fellesdrift.exchange.Column.integer;
import static no.fellesdrift.exchange.Column.orgNumber;
import static no.fellesdrift.exchange.Column.percent;
import static no.fellesdrift.exchange.Column.signed;
import static no.fellesdrift.exchange.Column.text;
import static no.fellesdrift.exchange.Column.yesNo;
import static no.fellesdrift.exchange.FileDescription.csv;

/** Agreements with what belongs to them, budgets and orders. */
final class AgreementFiles {

    private static final String[] PRIORITIES = {"P1", "P2", "P3", "P4"};

    static final FileDescription AGREEMENTS = csv(
                    "agreements",
                    "agreement",
                    code("agreement").needed().as("number"),
                    integer("version").needed().as("agreement_version"),
                    orgNumber("agency").needed().refersTo("organisation.orgnr"),
                    choice("type", "PLATFORM", "SINGLE").needed(),
                    text("title", 300).needed(),
                    choice("state", "DRAFT", "ACTIVE", "ENDED").needed(),
                    date("signed_on"),
                    date("valid_from").needed(),
                    date("valid_to"),
                    date("revision_due"),
                    integer("notice_months"),
                    choice("settlement", "PRICE").needed())
            .key("number", "agreement_version")
            .rowCheck(Checks.validity())
            .rowCheck(Checks.filled("signed_on", row -> !"DRAFT".equals(row.get("state"))))
            .fileCheck(Checks.noOverlap("agreement"));

    static final FileDescription AGREEMENT_LINES = csv(
                    "agreement_lines",
                    "agreement_line_row",
                    code("agreement").needed().notStored().refersTo("agreement.number"),
                    code("line").needed(),
                    integer("row").needed().as("row_no"),
                    orgNumber("agency").needed().notStored().refersTo("organisation.orgnr"),
                    code("offering").needed().notStored().refersTo("offering.code"),
                    decimal("quantity", 6).needed(),
                    code("service_level_package").needed().notStored().refersTo("service_level_package.code"),
                    date("valid_from").needed(),
                    date("valid_to"),
                    code("from_order", 20).refersTo("service_order.number"))
            .key("line", "row_no")
            .provides("agreement_line.line", "line")
            .rowCheck(Checks.validity())
            .fileCheck(Checks.theSame("line", "agreement", "agency", "offering", "service_level_package"))
            .fileCheck(DataSetChecks::rowsNumbered)
            .fileCheck(Checks.seamless("line"))
            .storedBy(OtherRows::agreementLines);

    static final FileDescription NEGOTIATED_PRICES = csv(
                    "negotiated_prices",
                    "negotiated_price",
                    code("line").needed().refersTo("agreement_line.line"),
                    code("component").needed(),
                    choice("kind", "FIXED", "PERCENT").needed(),
                    signed("value", 6).needed(),
                    date("valid_from").needed(),
                    date("valid_to"),
                    text("reason", 500).needed(),
                    code("approved_by").needed().refersTo("person.person_id"),
                    date("approved_on").needed())
            .key("line", "component", "valid_from")
            .rowCheck(Checks.validity())
            .rowCheck(DataSetChecks::negotiatedValue)
            .fileCheck(Checks.noOverlap("line", "component"));

    static final FileDescription RESPONSIBILITIES = csv(
                    "responsibilities",
                    "responsibility",
                    code("service").needed().refersTo("service.code"),
                    code("task").needed(),
                    text("task_nb", 200).needed(),
                    text("task_nn", 200).needed(),
                    text("task_en", 200).needed(),
                    letters("provider"),
                    letters("customer"),
                    letters("upstream"))
            .key("service", "task")
            .also("provider", row -> orNothing(row.text("provider")))
            .also("customer", row -> orNothing(row.text("customer")))
            .also("upstream", row -> orNothing(row.text("upstream")))
            .rowCheck(DataSetChecks::oneAccountable);

    static final FileDescription SECURITY_OBJECTIVES = csv(
                    "security_objectives",
                    "security_objective",
                    code("agreement").needed().refersTo("agreement.number"),
                    code("code").needed(),
                    code("nsm_principle", 10).needed().refersTo("nsm_principle.principle"),
                    text("text_nb", 500).needed(),
                    text("text_nn", 500).needed(),
                    text("text_en", 500).needed(),
                    text("measure", 200).needed(),
                    text("unit", 40).needed(),
                    signed("target", 6).needed(),
                    choice("direction", "AT_LEAST", "AT_MOST").needed(),
                    signed("latest_value", 6),
                    date("measured_on"),
                    choice("status", "MET", "NOT_MET", "NOT_MEASURED").needed())
            .key("agreement", "code");

    static final FileDescription UNDERPINNING_CONTRACTS = csv(
                    "underpinning_contracts",
                    "underpinning_contract",
                    code("contract").needed(),
                    orgNumber("supplier").needed().refersTo("organisation.orgnr"),
                    code("service").needed().refersTo("service.code"),
                    choice("measure", "AVAILABILITY", "RESPONSE", "RESOLUTION", "LEAD_TIME")
                            .needed(),
                    choice("priority", PRIORITIES),
                    percent("target_percent").needed(),
                    integer("threshold_seconds"),
                    code("calendar").refersTo("service_calendar.code"),
                    choice("period", "MONTH", "QUARTER").needed(),
                    date("valid_from").needed(),
                    date("valid_to"),
                    text("note", 500))
            .key("contract", "service", "measure", "priority", "valid_from")
            .rowCheck(Checks.validity());

    static final FileDescription BUDGETS = csv(
                    "budgets",
                    "budget",
                    orgNumber("agency").needed().refersTo("organisation.orgnr"),
                    code("service").needed().refersTo("service.code"),
                    integer("year").needed(),
                    decimal("amount", 2).needed(),
                    code("set_by").needed().refersTo("person.person_id"),
                    date("set_on").needed(),
                    choice("state", "ADOPTED", "PROPOSED").needed())
            .key("agency", "service", "year", "state");

    static final FileDescription ORDERS = csv(
                    "orders_history",
                    "service_order",
                    code("order", 20).needed().as("number"),
                    orgNumber("agency").needed().refersTo("organisation.orgnr"),
                    code("offering").needed().refersTo("offering.code"),
                    code("line").refersTo("agreement_line.line"),
                    choice("kind", "NEW", "INCREASE", "DECREASE", "END", "REPLACEMENT")
                            .needed(),
                    decimal("quantity", 6).needed(),
                    yesNo("counts_for_lead_time").needed(),
                    code("ordered_by").needed().refersTo("person.person_id"),
                    code("approved_by").refersTo("person.person_id"),
                    instant("submitted_at").needed(),
                    instant("approved_at"),
                    instant("rejected_at"),
                    instant("received_at"),
                    choice("route", "INTERNAL", "UPSTREAM"),
                    code("upstream_order", 60),
                    instant("upstream_placed_at"),
                    instant("upstream_confirmed_at"),
                    instant("upstream_delivered_at"),
                    instant("delivered_at"),
                    instant("accepted_at"),
                    instant("cancelled_at"),
                    choice(
                                    "state",
                                    "SUBMITTED",
                                    "APPROVED",
                                    "REJECTED",
                                    "RECEIVED",
                                    "ROUTED",
                                    "PLACED_UPSTREAM",
                                    "CONFIRMED_UPSTREAM",
                                    "DELIVERED",
                                    "ACCEPTED",
                                    "CANCELLED")
                            .needed())
            .key("number")
            .rowCheck(Checks.inOrder(
                    "submitted_at",
                    "approved_at",
                    "received_at",
                    "upstream_placed_at",
                    "upstream_confirmed_at",
                    "upstream_delivered_at",
                    "delivered_at",
                    "accepted_at"))
            .rowCheck(Checks.inOrder("submitted_at", "rejected_at"))
            .rowCheck(Checks.inOrder("submitted_at", "cancelled_at"))
            .rowCheck(Checks.filled("upstream_order", row -> row.has("upstream_placed_at")))
            .rowCheck(DataSetChecks::stepsOfState)
            .storedBy(OrderHistory::store);

    private AgreementFiles() {}

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }

    /** Letters of R, A, C and I, none twice. */
    private static Column letters(String name) {
        return new Column(
                name,
                text -> {
                    if (!text.matches("[RACI]{1,4}") || text.chars().distinct().count() != text.length()) {
                        throw new BadField(FaultKind.CHOICE, text, "R, A, C, I");
                    }
                    return text;
                },
                name,
                false,
                true,
                null);
    }
}
