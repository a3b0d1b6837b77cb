package no.fellesdrift.web.api;

import static no.fellesdrift.web.testing.Api.ok;
import static no.fellesdrift.web.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.fellesdrift.web.testing.Api;
import no.fellesdrift.web.testing.RunningSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are wrong are refused whole: line, field and reason are told, and nothing of them is stored. */
class WrongFilesIT {

    private static final String HEADER =
            "outage,service,offering,agency,started_at,ended_at,caused_by,impact,source,summary\n";
    private static final String GOOD =
            "WRONG-%s,NET-EDU,,999601391,2026-11-01T09:00:00+01:00,2026-11-01T10:00:00+01:00,PROVIDER,FULL,wrong-files,\n";

    private final Api manager = Api.as("demo-slm");
    private final Api administrator = Api.as("demo-admin");
    private long before;

    @BeforeEach
    void count() throws SQLException {
        before = stored();
    }

    @AfterEach
    void nothing_was_stored() throws SQLException {
        assertThat(stored()).isEqualTo(before);
    }

    private static long stored() throws SQLException {
        try (Connection connection = RunningSystem.get().database().connect();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select (select count(*) from outage where source = 'wrong-files')"
                                + " + (select count(*) from price where price_id like 'WRONG%')"
                                + " + (select count(*) from usage_reading where source = 'wrong-files')")) {
            row.next();
            return row.getLong(1);
        }
    }

    // ------------------------------------------------------------------------------------------------- measurements

    @Test
    void a_file_that_is_not_utf_8_is_refused_with_the_line() {
        HttpResponse<String> answer = tell(
                HEADER + GOOD.formatted(1)
                        + "WRONG-2,NET-EDU,,,2026-11-01T09:00:00Z,,PROVIDER,FULL,wrong-files,blått\n",
                StandardCharsets.ISO_8859_1);
        JsonObject problem = problem(answer, 400);
        assertThat(problem.getString("code")).isEqualTo("api.reason.NOT_UTF_8");
        assertThat(problem.getString("detail")).contains("linje 3").contains("UTF-8");
    }

    @Test
    void a_file_whose_header_is_wrong_is_refused_with_the_columns() {
        assertThat(Api.paths(problem(tell(HEADER.replace("caused_by", "cause") + GOOD.formatted(1)), 422)))
                .containsExactly("cause");
        assertThat(Api.paths(problem(tell(HEADER.replace("summary", "source") + GOOD.formatted(1)), 422)))
                .containsExactly("source");
        assertThat(Api.paths(problem(tell(GOOD.formatted(1) + GOOD.formatted(2)), 422)))
                .contains("WRONG-1", "outage");
        problem(tell((HEADER + GOOD.formatted(1)).replace(',', ';')), 422);
        problem(tell(""), 400);
    }

    @Test
    void a_file_whose_quotes_do_not_match_is_refused_with_the_line() {
        JsonObject problem = problem(tell(HEADER + GOOD.formatted(1) + "\"WRONG-2,NET-EDU\n"), 400);
        assertThat(problem.getString("detail")).contains("linje 3");
    }

    @Test
    void every_bad_row_is_named_with_its_line_its_field_and_a_reason() {
        JsonObject refused = problem(
                tell(HEADER
                        + GOOD.formatted(1)
                        + "\n"
                        + GOOD.formatted(2).replace("2026-11-01T09:00:00+01:00", "01.11.2026 09:00")
                        + GOOD.formatted(3).replace("NET-EDU", "NET-EDO")
                        + GOOD.formatted(4).replace("T10:", "T08:")
                        + GOOD.formatted(5).replace("09:00:00+01:00", "09:00:00.5+01:00")
                        + GOOD.formatted(1).replace("FULL", "DEGRADED")
                        + "WRONG-7,NET-EDU\n"),
                422);
        assertThat(refused.getInt("accepted")).isZero();
        assertThat(refused.getJsonArray("rejected").getValuesAs(JsonObject.class))
                .extracting(bad -> bad.getInt("row") + " " + bad.getInt("line") + " " + bad.getString("path"))
                .containsExactly("2 4 startedAt", "3 5 service", "4 6 endedAt", "5 7 startedAt", "6 8 outage", "7 9 ");
        assertThat(refused.getJsonArray("rejected").getValuesAs(JsonObject.class))
                .extracting(bad -> bad.getString("message"))
                .allMatch(message -> !message.isBlank());
    }

    @Test
    void with_parts_allowed_the_good_rows_are_stored_and_the_bad_ones_named() throws SQLException {
        JsonObject taken = ok(manager.send(
                "POST",
                "measurements/outages?partial=true",
                HEADER + GOOD.formatted("PART") + GOOD.formatted("X").replace("NET-EDU", "NET-EDO"),
                "Content-Type",
                "text/csv"));
        assertThat(taken.getInt("accepted") + taken.getInt("duplicates")).isEqualTo(1);
        assertThat(taken.getJsonArray("rejected")).hasSize(1);
        before = stored();
    }

    @Test
    void json_that_is_no_measurement_is_refused_row_by_row() {
        JsonObject refused = problem(
                manager.post(
                        "measurements/outages",
                        "[null, 5, {\"outage\": \"WRONG-1\", \"service\": \"NET-EDU\", \"startedAt\": \"2026-11-01T09:00:00Z\","
                                + " \"causedBy\": \"PROVIDER\", \"impact\": \"FULL\", \"colour\": \"red\"}]"),
                422);
        assertThat(Api.paths(refused)).containsExactly("[0]", "[1]", "[2].colour");
        JsonObject lines = problem(
                manager.send(
                        "POST",
                        "measurements/outages",
                        "{\"outage\": 1}\n{\"x\n",
                        "Content-Type",
                        "application/x-ndjson"),
                422);
        assertThat(lines.getJsonArray("rejected").getJsonObject(1).getInt("line"))
                .isEqualTo(2);
        problem(manager.post("measurements/outages", "{\"outage\":"), 400);
    }

    @Test
    void readings_are_refused_by_line_meter_and_date() {
        JsonObject refused = problem(manager.send("POST", "measurements/usage", """
                        reading,line,meter,used_on,quantity,source
                        A,NO-SUCH,hours,2026-11-01,1,wrong-files
                        B,MET-080,pages,2026-11-01,1,wrong-files
                        C,MET-080,hours,2027-11-01,1,wrong-files
                        D,MET-080,hours,01.11.2026,1,wrong-files
                        E,MET-080,hours,2026-11-01,many,wrong-files
                        F,MET-080,hours,2026-11-01,1.1234567,wrong-files
                        """, "Content-Type", "text/csv"), 422);
        assertThat(Api.paths(refused))
                .containsExactly("[0].line", "[1].meter", "[2].usedOn", "[3].usedOn", "[4].quantity", "[5].quantity");
    }

    @Test
    void more_than_50_megabytes_or_100_000_rows_are_refused() {
        JsonObject tooLarge = problem(tell(HEADER + GOOD.formatted(1).repeat(560_000)), 413);
        assertThat(tooLarge.getString("code")).isEqualTo("api.reason.TOO_LARGE");
        StringBuilder many = new StringBuilder(HEADER);
        for (int i = 0; i <= 100_000; i++) {
            many.append(GOOD.formatted(i));
        }
        assertThat(problem(tell(many.toString()), 413).getString("code")).isEqualTo("sla.reason.TOO_MANY_ROWS");
    }

    @Test
    void whoever_may_not_tell_measurements_is_refused_before_they_are_read() {
        Api orderer = Api.as("demo-customer-ra");
        problem(orderer.send("POST", "measurements/outages", "not,a,header\n", "Content-Type", "text/csv"), 403);
        problem(orderer.send("POST", "measurements/usage", "{", "Content-Type", "application/json"), 403);
        problem(orderer.send("POST", "imports", "no zip", "Content-Type", "application/zip"), 403);
    }

    private HttpResponse<String> tell(String csv) {
        return tell(csv, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> tell(String csv, Charset charset) {
        return manager.send(
                "POST",
                "measurements/outages",
                csv.getBytes(charset),
                "Content-Type",
                "text/csv",
                "Accept-Language",
                "nb");
    }

    // ------------------------------------------------------------------------------------------------- data sets

    @Test
    void a_data_set_is_refused_whole_with_file_line_and_column() throws IOException {
        List<String> prices = Files.readAllLines(Path.of("..", "sql", "demo", "prices.csv"));
        JsonObject refused = problem(
                send(
                        "prices.csv",
                        (prices.get(0) + "\n" + "WRONG/1,NO-SUCH,BASE,MONTH,,4x,,,,,,31.12.2026,2026-06-01,\n")
                                .getBytes(StandardCharsets.UTF_8)),
                422);
        assertThat(Api.paths(refused))
                .contains("prices.csv:2:offering", "prices.csv:2:unit_price", "prices.csv:2:announced_on");
        JsonObject overlapping = problem(
                send(
                        "prices.csv",
                        (prices.get(0) + "\n"
                                        + "WRONG/1,IAM-FEIDE-STD,WRONG,MONTH,,40.00,,,,,,2027-01-01,2028-01-01,2028-06-01\n"
                                        + "WRONG/2,IAM-FEIDE-STD,WRONG,MONTH,,41.00,,,,,,2027-01-01,2028-05-01,\n")
                                .getBytes(StandardCharsets.UTF_8)),
                422);
        assertThat(Api.paths(overlapping)).containsExactly("prices.csv:3:valid_from");
        JsonObject checked = ok(send("prices.csv", "price_id\n".getBytes(StandardCharsets.UTF_8), "?check=true"));
        assertThat(checked.getBoolean("stored")).isFalse();
        assertThat(checked.getJsonArray("faults").getJsonObject(0).getInt("line"))
                .isEqualTo(1);
    }

    @Test
    void a_data_set_in_another_encoding_too_large_or_unknown_is_refused() throws IOException {
        JsonObject latin = problem(
                send("outages.csv", (HEADER + GOOD.formatted("blått")).getBytes(StandardCharsets.ISO_8859_1)), 422);
        assertThat(Api.paths(latin)).containsExactly("outages.csv:2");
        assertThat(Api.paths(problem(send("colours.csv", "a\n".getBytes(StandardCharsets.UTF_8)), 422)))
                .containsExactly("colours.csv");
        problem(
                send("outages.csv", (HEADER + GOOD.formatted(1).repeat(560_000)).getBytes(StandardCharsets.UTF_8)),
                413);
        problem(administrator.send("POST", "imports", "no zip", "Content-Type", "application/zip"), 400);
    }

    private HttpResponse<String> send(String file, byte[] content) throws IOException {
        return send(file, content, "");
    }

    private HttpResponse<String> send(String file, byte[] content, String query) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry(file));
            out.write(content);
        }
        return administrator.send("POST", "imports" + query, zip.toByteArray(), "Content-Type", "application/zip");
    }
}
