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
import static no.fellesdrift.exchange.FileDescription.csv;

/** Usage, cost and how it is shared. */
final class FinanceFiles {

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

    private FinanceFiles() {}
}
