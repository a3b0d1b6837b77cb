package no.fellesdrift.exchange;

import static no.fellesdrift.exchange.Column.choice;
import static no.fellesdrift.exchange.Column.code;
import static no.fellesdrift.exchange.Column.date;
import static no.fellesdrift.exchange.Column.decimal;
import static no.fellesdrift.exchange.Column.integer;
import static no.fellesdrift.exchange.Column.orgNumber;
import static no.fellesdrift.exchange.Column.text;
import static no.fellesdrift.exchange.Column.yesNo;
import static no.fellesdrift.exchange.FileDescription.csv;
import static no.fellesdrift.exchange.FileDescription.json;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import no.fellesdrift.kernel.Role;

/** Organisations, people, catalogue and prices. */
final class CatalogueFiles {

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
            .rowCheck(Checks.filled("unit_price", row -> !DataSet.isTiered(row)))
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

    private CatalogueFiles() {}

    /** The first word of a supplier's name in capitals stands as its short name. */
    private static String shortName(String name) {
        String word = name.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        return word.length() > 20 ? word.substring(0, 20) : word;
    }

    private static Column roles(String name) {
        return new Column(name, CatalogueFiles::readRoles, name, false, true, null);
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
}
