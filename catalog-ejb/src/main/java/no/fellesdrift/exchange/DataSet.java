package no.fellesdrift.exchange;

import static no.fellesdrift.exchange.Column.choice;
import static no.fellesdrift.exchange.Column.code;
import static no.fellesdrift.exchange.Column.date;
import static no.fellesdrift.exchange.Column.decimal;
import static no.fellesdrift.exchange.Column.instant;
import static no.fellesdrift.exchange.Column.integer;
import static no.fellesdrift.exchange.Column.orgNumber;
import static no.fellesdrift.exchange.Column.percent;
import static no.fellesdrift.exchange.Column.period;
import static no.fellesdrift.exchange.Column.signed;
import static no.fellesdrift.exchange.Column.text;
import static no.fellesdrift.exchange.Column.yesNo;
import static no.fellesdrift.exchange.FileDescription.csv;
import static no.fellesdrift.exchange.FileDescription.json;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.fellesdrift.kernel.Role;

/**
 * The files of a data set, in the order in which they are stored: a file comes after those it refers to. This page is
 * the whole format; docs/importing.md says the same in words.
 */
final class DataSet {

    private static final String[] PRIORITIES = {"P1", "P2", "P3", "P4"};
    private static final String[] CAUSES = {"PROVIDER", "UPSTREAM", "CUSTOMER"};

    static final FileDescription ORGANISATIONS = csv(
                    "organisations",
                    "organisation",
                    orgNumber("orgnr").needed(),
                    code("short_name", 20).needed(),
                    text("name", 200).needed(),
                    choice("role", "PROVIDER", "CUSTOMER", "SUPPLIER", "MINISTRY")
                            .needed())
            .key("orgnr")
            .keepsExisting()
            .also("invented", row -> false);

    static final FileDescription SUPPLIERS = csv(
                    "suppliers",
                    "organisation",
                    orgNumber("orgnr").needed(),
                    text("name", 200).needed(),
                    yesNo("invented").needed())
            .key("orgnr")
            .keepsExisting()
            .also("short_name", row -> shortName(row.text("name")))
            .also("role", row -> "SUPPLIER");

    static final FileDescription PEOPLE = csv(
                    "people",
                    "person",
                    code("id").needed().as("person_id"),
                    text("name", 200).needed(),
                    text("email", 200).needed(),
                    orgNumber("organisation").needed().refersTo("organisation.orgnr"),
                    roles("roles").needed().notStored(),
                    Column.choice("language", "nb", "nn", "en").needed(),
                    date("valid_from").needed(),
                    date("valid_to"))
            .key("person_id")
            .also("language", row -> row.text("language").toLowerCase(Locale.ROOT))
            .rowCheck(Checks.validity())
            .storedBy(OtherRows::people);

    static final FileDescription CATEGORIES = csv(
                    "categories",
                    "category",
                    code("code").needed(),
                    code("parent").refersTo("category.code"),
                    text("name_nb", 200).needed(),
                    text("name_nn", 200).needed(),
                    text("name_en", 200).needed())
            .key("code")
            .noCircle("parent");

    static final FileDescription SERVICES = csv(
                    "services",
                    "service",
                    code("code").needed(),
                    code("category").needed().refersTo("category.code"),
                    choice("kind", "customer-facing", "supporting", "security").needed(),
                    orgNumber("delivered_by").needed().refersTo("organisation.orgnr"),
                    yesNo("mandatory").needed(),
                    choice("lifecycle", "proposed", "planned", "active", "deprecated", "retired")
                            .needed(),
                    code("successor").refersTo("service.code"),
                    code("owner").needed().refersTo("person.person_id"),
                    text("name_nb", 200).needed(),
                    text("name_nn", 200).needed(),
                    text("name_en", 200).needed(),
                    text("summary_nb", 500).needed(),
                    text("summary_nn", 500).needed(),
                    text("summary_en", 500).needed(),
                    text("description_nb", 4000).needed(),
                    text("description_nn", 4000).needed(),
                    text("description_en", 4000).needed())
            .key("code")
            .noCircle("successor");

    static final FileDescription SERVICE_DEPENDENCIES = csv(
                    "service_dependencies",
                    "service_dependency",
                    code("service").needed().refersTo("service.code"),
                    code("needs").needed().refersTo("service.code"),
                    choice("type", "SERIAL", "PARALLEL").needed(),
                    code("parallel_group"))
            .key("service", "needs")
            .rowCheck(Checks.filled("parallel_group", row -> "PARALLEL".equals(row.get("type"))))
            .fileCheck(Checks.noCircle(row -> row.text("service"), row -> row.text("needs"), "needs"));

    static final FileDescription NSM_COVERAGE = csv(
                    "nsm_coverage",
                    "nsm_coverage",
                    code("service").needed().refersTo("service.code"),
                    code("principle", 10).needed().refersTo("nsm_principle.principle"),
                    choice("responsibility", "provider", "shared", "customer").needed())
            .key("service", "principle");

    static final FileDescription SERVICE_LEVEL_PACKAGES = csv(
                    "service_level_packages",
                    "service_level_package",
                    code("code").needed(),
                    text("name_nb", 200).needed(),
                    text("name_nn", 200).needed(),
                    text("name_en", 200).needed())
            .key("code");

    static final FileDescription OFFERINGS = csv(
                    "offerings",
                    "offering",
                    code("code").needed(),
                    code("service").needed().refersTo("service.code"),
                    text("name_nb", 200).needed(),
                    text("name_nn", 200).needed(),
                    text("name_en", 200).needed(),
                    text("unit_nb", 60).needed(),
                    text("unit_nn", 60).needed(),
                    text("unit_en", 60).needed(),
                    integer("lead_time_working_days").needed(),
                    code("service_level_package").needed().refersTo("service_level_package.code"),
                    yesNo("orderable").needed())
            .key("code");

    static final FileDescription ORDER_FORMS = json(
                    "order_forms",
                    "forms",
                    "order_form",
                    code("offering").needed().refersTo("offering.code"),
                    integer("version").needed().as("form_version"),
                    date("valid_from").needed(),
                    date("valid_to").mayBeAbsent())
            .key("offering", "form_version")
            .rowCheck(Checks.validity())
            .fileCheck(Checks.seamless("offering"))
            .nested("questions")
            .rowCheck(OrderForms::check)
            .storedBy(OrderForms::store);

    static final FileDescription PRICES = csv(
                    "prices",
                    "price",
                    code("price_id", 120).needed(),
                    code("offering").needed().refersTo("offering.code"),
                    code("component").needed(),
                    choice(
                                    "kind",
                                    "MONTH",
                                    "QUARTER",
                                    "YEAR",
                                    "ONE_OFF",
                                    "USAGE_FLAT",
                                    "USAGE_GRADUATED",
                                    "USAGE_VOLUME")
                            .needed(),
                    choice("one_off_event", "NEW", "NEW_AND_INCREASE"),
                    decimal("unit_price", 4),
                    code("meter"),
                    decimal("included_quantity", 6),
                    choice("included_basis", "PER_LINE", "PER_UNIT"),
                    decimal("minimum_amount", 2),
                    yesNo("minimum_when_unused"),
                    date("announced_on"),
                    date("valid_from").needed(),
                    date("valid_to"))
            .key("price_id")
            .rowCheck(Checks.validity())
            .rowCheck(Checks.filled("one_off_event", row -> "ONE_OFF".equals(row.get("kind"))))
            .rowCheck(Checks.filled("meter", DataSet::isUsage))
            .rowCheck(Checks.filled("unit_price", row -> !isTiered(row)))
            .rowCheck(Checks.filled("included_basis", row -> row.has("included_quantity")))
            .rowCheck(Checks.filled("minimum_when_unused", row -> row.has("minimum_amount")))
            .fileCheck(Checks.seamless("offering", "component"));

    static final FileDescription PRICE_TIERS = csv(
                    "price_tiers",
                    "price_tier",
                    code("price_id", 120).needed().refersTo("price.price_id"),
                    decimal("from_quantity", 6).needed(),
                    decimal("to_quantity", 6),
                    decimal("unit_price", 4).needed())
            .key("price_id", "from_quantity")
            .fileCheck(DataSetChecks::tiersContiguous);

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

    static final FileDescription CALENDARS = json(
                    "calendars",
                    "calendars",
                    "service_calendar",
                    code("code").needed(),
                    integer("version").needed().as("calendar_version"),
                    text("name_nb", 200).needed(),
                    text("name_nn", 200).needed(),
                    text("name_en", 200).needed(),
                    date("valid_from").needed(),
                    date("valid_to").mayBeAbsent())
            .key("code", "calendar_version")
            .rowCheck(Checks.validity())
            .nested("calendar")
            .also("zone", Calendars::zone)
            .rowCheck(Calendars::check)
            .fileCheck(Checks.seamless("code"))
            .storedBy(Calendars::store);

    static final FileDescription CREDIT_SCHEMES = csv(
                    "credit_schemes",
                    "credit_scheme",
                    code("scheme").needed(),
                    choice("combine", "SUM", "HIGHEST_ONLY").needed(),
                    percent("cap_percent").needed(),
                    choice("cap_scope", "LINE_PERIOD").needed())
            .key("scheme");

    static final FileDescription CREDIT_TIERS = csv(
                    "credit_tiers",
                    "credit_tier",
                    code("scheme").needed().refersTo("credit_scheme.scheme"),
                    percent("at_least_percent").needed(),
                    percent("credit_percent").needed())
            .key("scheme", "at_least_percent");

    static final FileDescription SERVICE_LEVELS = csv(
                    "service_levels",
                    "service_level",
                    code("level").needed(),
                    code("package").needed().refersTo("service_level_package.code"),
                    choice("measure", "AVAILABILITY", "RESPONSE", "RESOLUTION", "LEAD_TIME")
                            .needed(),
                    choice("priority", PRIORITIES),
                    percent("target_percent").needed(),
                    integer("threshold_seconds"),
                    workingDays("threshold_working_days"),
                    code("calendar").needed().refersTo("service_calendar.code"),
                    choice("period", "MONTH", "QUARTER").needed(),
                    choice("clock_start", "OPENED", "APPROVED"),
                    choice("working_day_policy", "KEEP_TIME", "END_OF_DAY"),
                    choice("boundary", "END_OF_PERIOD", "NEXT_OPEN"),
                    choice("pauses", "SUBTRACT", "IGNORE"),
                    choice("reopen", "CONTINUE"),
                    choice("priority_change", "RETROACTIVE"),
                    choice("counting", "ONCE_STOP_OR_DUE"),
                    choice("composition", "OWN", "SERIAL_DEPENDENCIES"),
                    choice("maintenance", "REMOVED", "COUNTS_AS_UP"),
                    integer("maintenance_notice_hours"),
                    integer("maintenance_quota_hours"),
                    choice("exclusions", "REMOVED", "COUNTS_AS_UP"),
                    choice("unknown", "REMOVED", "UP", "DOWN"),
                    choice("degradation", "NOT_COUNTED"),
                    percent("minimum_coverage_percent"),
                    integer("minimum_samples"),
                    integer("display_decimals").needed(),
                    choice("consequence", "NONE", "IMPROVEMENT_PLAN", "SERVICE_CREDIT")
                            .needed(),
                    code("credit_scheme").refersTo("credit_scheme.scheme"),
                    date("valid_from").needed(),
                    date("valid_to"))
            .key("level", "valid_from")
            .rowCheck(Checks.validity())
            .rowCheck(Checks.filled("composition", DataSet::isAvailability))
            .rowCheck(Checks.filled("maintenance", DataSet::isAvailability))
            .rowCheck(Checks.filled("exclusions", DataSet::isAvailability))
            .rowCheck(Checks.filled("unknown", DataSet::isAvailability))
            .rowCheck(Checks.filled("clock_start", row -> !isAvailability(row)))
            .rowCheck(Checks.filled("credit_scheme", row -> "SERVICE_CREDIT".equals(row.get("consequence"))))
            .rowCheck(Checks.filled(
                    "threshold_seconds", row -> !isAvailability(row) && !row.has("threshold_working_days")))
            .rowCheck(Checks.filled("working_day_policy", row -> row.has("threshold_working_days")))
            .rowCheck(DataSetChecks::maintenanceAndExclusionsAlike)
            .fileCheck(Checks.theSame(
                    "level",
                    "package",
                    "measure",
                    "priority",
                    "threshold_seconds",
                    "threshold_working_days",
                    "calendar",
                    "period",
                    "composition",
                    "maintenance",
                    "unknown"))
            .fileCheck(Checks.seamless("level"));

    static final FileDescription OUTAGES = fact(
                    "outages",
                    "outage",
                    "outage",
                    instant("started_at").needed(),
                    instant("ended_at"),
                    choice("caused_by", CAUSES).needed(),
                    choice("impact", "FULL", "DEGRADED").needed(),
                    text("source", 60).mayBeAbsent(),
                    instant("recorded_at").mayBeAbsent(),
                    text("summary", 1000).mayBeAbsent())
            .rowCheck(Checks.after("started_at", "ended_at"));

    static final FileDescription MAINTENANCE = fact(
                    "maintenance",
                    "maintenance",
                    "maintenance",
                    instant("window_from").needed(),
                    instant("window_to").needed(),
                    instant("actual_from"),
                    instant("actual_to"),
                    yesNo("service_down").needed(),
                    choice("performed_by", CAUSES).needed(),
                    instant("announced_at").needed(),
                    code("approved_by").refersTo("person.person_id"),
                    instant("approved_at"),
                    text("source", 60).mayBeAbsent(),
                    instant("recorded_at").mayBeAbsent(),
                    text("summary", 1000).mayBeAbsent())
            .rowCheck(Checks.after("window_from", "window_to"))
            .rowCheck(Checks.after("actual_from", "actual_to"))
            .rowCheck(Checks.filled("approved_at", row -> row.has("approved_by")));

    static final FileDescription UNKNOWN = fact(
                    "unknown",
                    "unknown_time",
                    "unknown",
                    instant("from").needed(),
                    instant("to").needed(),
                    text("source", 60).mayBeAbsent(),
                    instant("recorded_at").mayBeAbsent(),
                    text("reason", 1000).mayBeAbsent())
            .rowCheck(Checks.after("from", "to"));

    static final FileDescription EXCLUSIONS = fact(
                    "exclusions",
                    "exclusion",
                    "exclusion",
                    instant("from").needed(),
                    instant("to").needed(),
                    choice("reason", "CUSTOMER_CAUSED", "FORCE_MAJEURE").needed(),
                    code("requested_by").needed().refersTo("person.person_id"),
                    instant("requested_at").needed(),
                    code("approved_by").refersTo("person.person_id"),
                    instant("approved_at"),
                    text("source", 60).mayBeAbsent(),
                    instant("recorded_at").mayBeAbsent(),
                    text("summary", 1000).mayBeAbsent())
            .rowCheck(Checks.after("from", "to"))
            .rowCheck(Checks.filled("approved_at", row -> row.has("approved_by")));

    static final FileDescription TICKETS = csv(
                    "tickets",
                    "ticket",
                    text("ticket", 100).needed().as("source_key"),
                    orgNumber("agency").needed().refersTo("organisation.orgnr"),
                    code("service").needed().refersTo("service.code"),
                    code("offering").needed().refersTo("offering.code"),
                    choice("priority", PRIORITIES).needed(),
                    instant("opened_at").needed(),
                    instant("first_response_at"),
                    instant("resolved_at"),
                    choice("state", "OPEN", "PAUSED", "RESOLVED").needed(),
                    code("channel"),
                    text("source", 60).mayBeAbsent(),
                    instant("recorded_at").mayBeAbsent())
            .key("source", "source_key")
            .withoutSequence()
            .also("source", DataSet::source)
            .also("recorded_at", DataSet::recordedAt)
            .rowCheck(Checks.inOrder("opened_at", "first_response_at"))
            .rowCheck(Checks.inOrder("opened_at", "resolved_at"))
            .rowCheck(Checks.filled("resolved_at", row -> "RESOLVED".equals(row.get("state"))));

    static final FileDescription TICKET_PAUSES = ofTicket(
                    "ticket_pauses",
                    "ticket_pause",
                    instant("paused_at").needed(),
                    instant("resumed_at"),
                    code("reason").needed())
            .key("source", "ticket", "paused_at")
            .rowCheck(Checks.after("paused_at", "resumed_at"));

    static final FileDescription TICKET_PRIORITY_CHANGES = ofTicket(
                    "ticket_priority_changes",
                    "ticket_priority_change",
                    instant("changed_at").needed(),
                    choice("from_priority", PRIORITIES).needed(),
                    choice("to_priority", PRIORITIES).needed())
            .key("source", "ticket", "changed_at");

    static final FileDescription TICKET_REOPENINGS = ofTicket(
                    "ticket_reopenings",
                    "ticket_reopening",
                    instant("resolved_at").needed(),
                    instant("reopened_at").needed())
            .key("source", "ticket", "reopened_at")
            .rowCheck(Checks.after("resolved_at", "reopened_at"));

    static final FileDescription CREDIT_DECISIONS = csv(
                    "credit_decisions",
                    "credit_decision",
                    period("period").needed(),
                    code("line").needed().refersTo("agreement_line.line"),
                    code("level").needed().refersTo("service_level.level"),
                    choice("decision", "APPROVED", "REJECTED").needed(),
                    date("decided_on").needed(),
                    code("decided_by").needed().refersTo("person.person_id"),
                    text("reason", 500))
            .key("period", "line", "level");

    static final FileDescription BILLING_PERIODS = csv(
                    "billing_periods",
                    "billing_period",
                    period("period").needed(),
                    choice("state", "OPEN", "CLOSED").needed(),
                    instant("closed_at"),
                    code("closed_by").refersTo("person.person_id"))
            .key("period")
            .rowCheck(Checks.filled("closed_at", row -> "CLOSED".equals(row.get("state"))))
            .rowCheck(Checks.filled("closed_by", row -> "CLOSED".equals(row.get("state"))));

    static final FileDescription USAGE = csv(
                    "usage",
                    "usage_reading",
                    text("reading", 100).needed().as("source_key"),
                    code("line").needed().refersTo("agreement_line.line"),
                    orgNumber("agency").mayBeAbsent().notStored().refersTo("organisation.orgnr"),
                    code("offering").mayBeAbsent().notStored().refersTo("offering.code"),
                    code("meter").needed(),
                    date("used_on").needed(),
                    // a negative reading takes back what an earlier one said too much
                    signed("quantity", 6).needed(),
                    text("source", 60).mayBeAbsent(),
                    instant("recorded_at").mayBeAbsent())
            .key("source", "source_key")
            .withoutSequence()
            .also("source", DataSet::source)
            .also(
                    "recorded_at",
                    row -> row.has("recorded_at")
                            ? row.get("recorded_at")
                            : row.date("used_on")
                                    .plusDays(1)
                                    .atStartOfDay(java.time.ZoneOffset.UTC)
                                    .toInstant());

    static final FileDescription ALLOCATION_KEYS = csv(
                    "allocation_keys",
                    "allocation_key",
                    code("key").needed().as("code"),
                    choice("kind", "EQUAL", "FIXED", "DRIVER", "USAGE", "FORMULA")
                            .needed(),
                    code("driver"),
                    code("usage_offering").refersTo("offering.code"),
                    code("usage_meter"),
                    choice("usage_basis", "TOTAL", "CAPACITY"),
                    decimal("capacity", 6),
                    date("valid_from").needed(),
                    date("valid_to"))
            .key("code", "valid_from")
            .rowCheck(Checks.validity())
            .rowCheck(Checks.filled("driver", row -> "DRIVER".equals(row.get("kind"))))
            .rowCheck(Checks.filled("usage_offering", row -> "USAGE".equals(row.get("kind"))))
            .rowCheck(Checks.filled("usage_meter", row -> "USAGE".equals(row.get("kind"))))
            .rowCheck(Checks.filled("usage_basis", row -> "USAGE".equals(row.get("kind"))))
            .rowCheck(Checks.filled("capacity", row -> "CAPACITY".equals(row.get("usage_basis"))))
            .fileCheck(Checks.noOverlap("key"));

    static final FileDescription COST_POOLS = csv(
                    "cost_pools",
                    "cost_pool",
                    code("pool").needed(),
                    text("name_nb", 200).needed(),
                    text("name_nn", 200).needed(),
                    text("name_en", 200).needed(),
                    choice("type", "SUPPORT", "FINAL").needed(),
                    integer("step_order").needed(),
                    code("allocation_key").needed().refersTo("allocation_key.code"),
                    code("category").refersTo("category.code"))
            .key("pool");

    static final FileDescription ALLOCATION_KEY_TARGETS = csv(
                    "allocation_key_targets",
                    "allocation_key_target",
                    code("key").needed().as("allocation_key").refersTo("allocation_key.code"),
                    choice("target_type", "AGENCY", "POOL").needed(),
                    code("target").needed(),
                    percent("percent"))
            .key("allocation_key", "target");

    static final FileDescription ALLOCATION_KEY_PARTS = csv(
                    "allocation_key_parts",
                    "allocation_key_part",
                    code("key").needed().as("allocation_key").refersTo("allocation_key.code"),
                    code("driver").needed(),
                    percent("weight_percent").needed())
            .key("allocation_key", "driver");

    static final FileDescription DRIVERS = csv(
                    "drivers",
                    "driver",
                    code("driver").needed(),
                    choice("target_type", "AGENCY", "POOL").needed(),
                    code("target").needed(),
                    decimal("value", 6).needed(),
                    date("valid_from").needed(),
                    date("valid_to"))
            .key("driver", "target", "valid_from")
            .rowCheck(Checks.validity())
            .fileCheck(Checks.noOverlap("driver", "target"));

    static final FileDescription LEDGER = csv(
                    "ledger",
                    "ledger_entry",
                    code("entry").needed(),
                    date("posted_on").needed(),
                    code("account", 20).needed(),
                    code("cost_pool").needed().refersTo("cost_pool.pool"),
                    signed("amount", 2).needed(),
                    orgNumber("supplier_orgnr").refersTo("organisation.orgnr"),
                    text("text", 500).needed())
            .key("entry")
            .withoutSequence();

    static final FileDescription SETTINGS = csv(
                    "settings",
                    "setting",
                    code("key", 60).needed().as("name"),
                    text("value", 400).needed())
            .key("name")
            .withoutSequence();

    static final List<FileDescription> FILES = List.of(
            ORGANISATIONS,
            SUPPLIERS,
            PEOPLE,
            CATEGORIES,
            SERVICES,
            SERVICE_DEPENDENCIES,
            NSM_COVERAGE,
            SERVICE_LEVEL_PACKAGES,
            OFFERINGS,
            ORDER_FORMS,
            PRICES,
            PRICE_TIERS,
            AGREEMENTS,
            AGREEMENT_LINES,
            NEGOTIATED_PRICES,
            RESPONSIBILITIES,
            SECURITY_OBJECTIVES,
            UNDERPINNING_CONTRACTS,
            BUDGETS,
            ORDERS,
            CALENDARS,
            CREDIT_SCHEMES,
            CREDIT_TIERS,
            SERVICE_LEVELS,
            OUTAGES,
            MAINTENANCE,
            UNKNOWN,
            EXCLUSIONS,
            TICKETS,
            TICKET_PAUSES,
            TICKET_PRIORITY_CHANGES,
            TICKET_REOPENINGS,
            CREDIT_DECISIONS,
            BILLING_PERIODS,
            USAGE,
            ALLOCATION_KEYS,
            COST_POOLS,
            ALLOCATION_KEY_TARGETS,
            ALLOCATION_KEY_PARTS,
            DRIVERS,
            LEDGER,
            SETTINGS);

    private DataSet() {}

    /** A fact of a service: its first column is its key at the source. */
    private static FileDescription fact(String name, String table, String key, Column... own) {
        Column[] columns = new Column[own.length + 4];
        columns[0] = text(key, 100).needed().as("source_key");
        columns[1] = code("service").needed().refersTo("service.code");
        columns[2] = code("offering").refersTo("offering.code");
        columns[3] = orgNumber("agency").refersTo("organisation.orgnr");
        System.arraycopy(own, 0, columns, 4, own.length);
        return csv(name, table, columns)
                .key("source", "source_key")
                .withoutSequence()
                .also("source", DataSet::source)
                .also("recorded_at", DataSet::recordedAt);
    }

    private static FileDescription ofTicket(String name, String table, Column... own) {
        Column[] columns = new Column[own.length + 3];
        columns[0] = text("ticket", 100).needed().refersTo("ticket.source_key");
        System.arraycopy(own, 0, columns, 1, own.length);
        columns[own.length + 1] = text("source", 60).mayBeAbsent();
        columns[own.length + 2] = instant("recorded_at").mayBeAbsent();
        return csv(name, table, columns)
                .withoutSequence()
                .also("source", DataSet::source)
                .also("recorded_at", DataSet::recordedAt);
    }

    private static Object source(Row row) {
        return row.has("source") ? row.text("source") : "import";
    }

    /** A file that does not say when a fact became known means: as soon as everything in it had happened. */
    private static Object recordedAt(Row row) {
        return row.has("recorded_at") ? row.get("recorded_at") : row.latestInstant();
    }

    static boolean isUsage(Row row) {
        return row.has("kind") && row.text("kind").startsWith("USAGE_");
    }

    static boolean isTiered(Row row) {
        return Set.of("USAGE_GRADUATED", "USAGE_VOLUME").contains(String.valueOf(row.get("kind")));
    }

    private static boolean isAvailability(Row row) {
        return "AVAILABILITY".equals(row.get("measure"));
    }

    /** The first word of a supplier's name in capitals stands as its short name. */
    private static String shortName(String name) {
        String word = name.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        return word.length() > 20 ? word.substring(0, 20) : word;
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }

    private static Column roles(String name) {
        return new Column(name, DataSet::readRoles, name, false, true, null);
    }

    private static Object readRoles(String text) throws BadField {
        List<String> roles = Arrays.asList(text.split(";", -1));
        for (String role : roles) {
            boolean known = Arrays.stream(Role.values())
                    .anyMatch(one -> one != Role.SYSTEM && one.name().equals(role));
            if (!known) {
                throw new BadField(FaultKind.CHOICE, role, "ORDERER, APPROVER, …");
            }
        }
        return text;
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

    /** A number of working days, or OFFERING: the offering's lead time. */
    private static Column workingDays(String name) {
        return new Column(
                name,
                text -> {
                    if (!text.matches("OFFERING|[0-9]{1,4}")) {
                        throw new BadField(FaultKind.CHOICE, text, "OFFERING, 1, 2, …");
                    }
                    return text;
                },
                name,
                false,
                true,
                null);
    }
}
