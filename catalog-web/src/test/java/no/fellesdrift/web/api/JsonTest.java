package no.fellesdrift.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.kernel.UnitPrice;
import org.junit.jupiter.api.Test;

class JsonTest {

    record Line(String name, BigDecimal quantity, LocalDate from, LocalDate to) {
        boolean isOpen() {
            return to == null;
        }
    }

    record Order(OrderNumber number, OrgNumber agency, Role role, Integer count, Boolean urgent, List<Line> lines) {}

    record Form(Map<String, Object> answers, Instant at, YearMonth period, Money limit, Share share) {}

    static Object read(String json, Class<?> type) {
        try {
            return Json.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), type);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Rejection refused(String json, Class<?> type) {
        return catchThrowableOfType(Rejection.class, () -> read(json, type));
    }

    @Test
    void amounts_are_strings_in_plain_notation() {
        assertThat(Json.text(
                        Arrays.asList(
                                Money.of("8680.65"),
                                Money.of("-5"),
                                UnitPrice.of("612.5"),
                                UnitPrice.of("0.1250"),
                                new BigDecimal("25.000000"),
                                new BigDecimal("1E+3"),
                                Share.of(22, 31),
                                Share.of(2),
                                null),
                        "nb"))
                .isEqualTo("[\"8680.65\",\"-5.00\",\"612.50\",\"0.125\",\"25\",\"1000\",\"22/31\",\"2\",null]");
    }

    @Test
    void a_record_is_an_object_in_the_order_of_its_components() {
        Order order = new Order(
                OrderNumber.of("B-2026-0058"),
                OrgNumber.of("974760819"),
                Role.ORDERER,
                2,
                false,
                List.of(new Line("PC", new BigDecimal("3"), LocalDate.parse("2026-10-15"), null)));
        assertThat(Json.text(order, "nb"))
                .isEqualTo("{\"number\":\"B-2026-0058\",\"agency\":\"974760819\",\"role\":\"ORDERER\",\"count\":2,"
                        + "\"urgent\":false,\"lines\":[{\"name\":\"PC\",\"quantity\":\"3\","
                        + "\"from\":\"2026-10-15\",\"to\":null}]}");
        assertThat(read(Json.text(order, "nb"), Order.class)).isEqualTo(order);
    }

    @Test
    void a_list_says_which_page_it_is() {
        assertThat(Json.text(new Paged<>(List.of("a"), 0, 50, 235), "nb"))
                .isEqualTo("{\"items\":[\"a\"],\"page\":0,\"size\":50,\"total\":235}");
    }

    @Test
    void a_text_is_in_the_callers_language_and_a_map_keeps_its_keys() {
        assertThat(Json.text(
                        new TreeMap<>(Map.of(OrgNumber.of("974760819"), new LocalizedText("en", "ein", "one"))), "nn"))
                .isEqualTo("{\"974760819\":\"ein\"}");
    }

    @Test
    void instants_are_utc_and_read_with_any_offset() {
        Form form = (Form) read(
                "{\"at\":\"2026-10-01T08:00:00+02:00\",\"period\":\"2026-10\",\"limit\":\"12.50\",\"share\":\"1/3\","
                        + "\"answers\":{\"n\":3,\"yes\":true,\"list\":[\"a\"]}}",
                Form.class);
        assertThat(form)
                .isEqualTo(new Form(
                        Map.of("n", new BigDecimal(3), "yes", true, "list", List.of("a")),
                        Instant.parse("2026-10-01T06:00:00Z"),
                        YearMonth.of(2026, 10),
                        Money.of("12.50"),
                        Share.of(1, 3)));
        assertThat(Json.text(form.at(), "nb")).isEqualTo("\"2026-10-01T06:00:00Z\"");
    }

    @Test
    void what_is_no_json_is_malformed() {
        assertThat(refused("{\"number\":", Order.class).reason()).isEqualTo(ApiReason.MALFORMED_JSON);
        assertThat(refused("", Order.class).reason()).isEqualTo(ApiReason.EMPTY_BODY);
        assertThat(refused("{} x", Order.class).reason()).isEqualTo(ApiReason.MALFORMED_JSON);
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        Rejection refused = refused(
                "{\"number\":\" \",\"agency\":\"974760810\",\"role\":\"KING\",\"count\":1.5,\"urgent\":\"yes\","
                        + "\"lines\":[{\"name\":7,\"quantity\":\"x\",\"from\":\"31.10.2026\"},5]}",
                Order.class);
        assertThat(refused.reason()).isEqualTo(ApiReason.WRONG_FIELDS);
        assertThat(refused.violations())
                .extracting(Violation::path, Violation::key)
                .containsExactlyInAnyOrder(
                        tuple("number", "api.wrong.code"),
                        tuple("agency", "api.wrong.code"),
                        tuple("role", "api.wrong.choice"),
                        tuple("count", "api.wrong.whole"),
                        tuple("urgent", "api.wrong.boolean"),
                        tuple("lines[0].name", "api.wrong.text"),
                        tuple("lines[0].quantity", "api.wrong.number"),
                        tuple("lines[0].from", "api.wrong.date"),
                        tuple("lines[1]", "api.wrong.object"));
    }

    @Test
    void a_field_that_nobody_knows_is_refused_wherever_it_stands() {
        Rejection refused = refused(
                "{\"number\":\"B-2026-0058\",\"count\":1,\"urgent\":false,\"nubmer\":{\"a\":[1]},"
                        + "\"lines\":[{\"name\":\"PC\"},{\"quantitty\":\"3\"}]}",
                Order.class);
        assertThat(refused.violations())
                .extracting(Violation::path, Violation::key)
                .containsExactlyInAnyOrder(
                        tuple("nubmer", "api.wrong.unknown"), tuple("lines[1].quantitty", "api.wrong.unknown"));
    }

    @Test
    void a_field_that_is_there_twice_is_malformed() {
        Rejection refused = refused("{\"limit\":\"1\",\n \"limit\":\"2\"}", Form.class);
        assertThat(refused.reason()).isEqualTo(ApiReason.MALFORMED_JSON);
        assertThat(refused.arguments().get(0)).isEqualTo("2");
    }

    @Test
    void what_is_nested_without_end_is_malformed() {
        for (String deep : List.of("[", "{\"a\":", "[{\"a\":")) {
            assertThat(refused(deep.repeat(100_000), Object.class).reason()).isEqualTo(ApiReason.MALFORMED_JSON);
            assertThat(refused("{\"answers\":" + deep.repeat(100_000), Form.class)
                            .reason())
                    .isEqualTo(ApiReason.MALFORMED_JSON);
        }
    }

    @Test
    void what_is_not_utf_8_is_told_with_its_line() {
        byte[] latin = "{\"limit\":\n\"blå\"}".getBytes(StandardCharsets.ISO_8859_1);
        Rejection refused =
                catchThrowableOfType(Rejection.class, () -> Json.read(new ByteArrayInputStream(latin), Form.class));
        assertThat(refused.reason()).isEqualTo(ApiReason.NOT_UTF_8);
        assertThat(refused.arguments()).containsExactly("2");
    }

    @Test
    void only_a_records_components_are_written_and_nothing_but_records() {
        assertThat(Json.text(new Line("PC", BigDecimal.ONE, null, null), "nb"))
                .isEqualTo("{\"name\":\"PC\",\"quantity\":\"1\",\"from\":null,\"to\":null}");
        assertThatThrownBy(() -> Json.text(new Object[] {Thread.currentThread()}, "nb"))
                .hasMessageContaining("Nothing tells how to write");
    }

    @Test
    void a_number_of_a_billion_digits_is_refused() {
        assertThat(refused("{\"answers\":{\"n\":1e999999999}}", Form.class).violations())
                .extracting(Violation::path)
                .containsExactly("answers.n");
        assertThat(refused("{\"limit\":\"1e999999999\"}", Form.class).reason()).isEqualTo(ApiReason.WRONG_FIELDS);
    }

    @Test
    void the_first_language_of_ours_that_is_wanted_is_taken() {
        assertThat(Languages.wanted("de, nn;q=0.8, en;q=0.9")).contains("en");
        assertThat(Languages.wanted("nn-NO")).contains("nn");
        assertThat(Languages.wanted("no")).contains("nb");
        assertThat(Languages.wanted("fr, *;q=0.1")).isEmpty();
        assertThat(Languages.wanted(";;")).isEmpty();
    }

    @Test
    void paging_parameters_out_of_range_are_refused_together() {
        assertThat(Paging.of(null, null, null).request().size()).isEqualTo(50);
        assertThat(Paging.of("2", "1000", "name,-number")
                        .request("name", "number")
                        .sort())
                .containsExactly("name", "-number");
        Rejection refused = catchThrowableOfType(
                Rejection.class, () -> Paging.of("-1", "1001", "shoe").request("name"));
        assertThat(refused.violations()).extracting(Violation::path).containsExactly("page", "size", "sort");
    }

    @Test
    void an_if_match_is_the_version_that_was_read() {
        assertThat(Answers.requiredVersion("\"7\"")).isEqualTo(7);
        assertThat(Answers.version("W/\"7\"")).hasValue(7);
        assertThat(Answers.version("*")).isEmpty();
        assertThat(catchThrowableOfType(Rejection.class, () -> Answers.requiredVersion(null))
                        .reason())
                .isEqualTo(ApiReason.IF_MATCH_REQUIRED);
        assertThat(catchThrowableOfType(Rejection.class, () -> Answers.version("\"abc\""))
                        .reason())
                .isEqualTo(ApiReason.STALE);
    }

    @Test
    void a_problem_speaks_the_callers_language() {
        Problem problem = Problem.of(new Rejection(ApiReason.TOO_LARGE, 2000), "nn", "abc");
        assertThat(problem.status()).isEqualTo(413);
        assertThat(problem.title()).isEqualTo("For stort");
        assertThat(problem.detail()).isEqualTo("Innhaldet er for stort. Grensa er 2000 byte.");
        assertThat(problem.type()).isEqualTo("urn:fellesdrift:problem:api.reason.TOO_LARGE");
        assertThat(Problem.of(new Rejection(ApiReason.IF_MATCH_REQUIRED), "en", "abc")
                        .status())
                .isEqualTo(428);
    }
}
