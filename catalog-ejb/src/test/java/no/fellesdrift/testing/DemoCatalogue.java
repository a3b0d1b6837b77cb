package no.fellesdrift.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The sector's parties, catalogue, prices, agreements and budgets, put straight into the tables for tests of the rooms
 * that stand on them. The product's own way in is the import.
 */
public final class DemoCatalogue {

    private final Connection connection;
    private int id = 1;

    private DemoCatalogue(Connection connection) {
        this.connection = connection;
    }

    /** A fresh database that holds them. */
    public static Database database() {
        Database database = Database.fresh();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            new DemoCatalogue(connection).load();
            connection.commit();
            return database;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Column(String name, String source, UnaryOperator<String> change) {}

    private static String plain(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String yesNo(String text) {
        return "yes".equals(text) ? "1" : "0";
    }

    private static String asConstant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Column same(String name) {
        return new Column(name, name, DemoCatalogue::plain);
    }

    private static Column yes(String name) {
        return new Column(name, name, DemoCatalogue::yesNo);
    }

    private static Column constant(String name) {
        return new Column(name, name, DemoCatalogue::asConstant);
    }

    private static Column as(String name, String source) {
        return new Column(name, source, DemoCatalogue::plain);
    }

    private static List<Column> all(String... names) {
        return List.of(names).stream().map(DemoCatalogue::same).toList();
    }

    private static List<Column> join(List<Column> first, Column... more) {
        return Stream.concat(first.stream(), List.of(more).stream()).toList();
    }

    private void load() throws SQLException, IOException {
        organisation(Callers.MDIR, "MDIR", "Miljødirektoratet", "PROVIDER");
        organisation(Callers.RA, "RA", "Riksantikvaren", "CUSTOMER");
        organisation(Callers.ADB, "ADB", "Artsdatabanken", "CUSTOMER");
        organisation(Callers.KMF, "KMF", "Kulturminnefondet", "CUSTOMER");
        organisation(Callers.NP, "NP", "Norsk Polarinstitutt", "CUSTOMER");
        organisation(Callers.MET, "MET", "Meteorologisk institutt", "CUSTOMER");
        organisation(Callers.SIKT, "SIKT", "Sikt", "SUPPLIER");
        organisation(Callers.KLD, "KLD", "Klima- og miljødepartementet", "MINISTRY");
        file(
                "people",
                "person",
                "",
                join(
                        all("name", "email", "organisation", "language", "valid_from", "valid_to"),
                        as("person_id", "id")));
        file("categories", "category", "", all("code", "parent", "name_nb", "name_nn", "name_en"));
        file(
                "services",
                "service",
                "",
                join(
                        all(
                                "code",
                                "category",
                                "delivered_by",
                                "owner",
                                "name_nb",
                                "name_nn",
                                "name_en",
                                "summary_nb",
                                "summary_nn",
                                "summary_en",
                                "description_nb",
                                "description_nn",
                                "description_en"),
                        constant("kind"),
                        constant("lifecycle"),
                        yes("mandatory")));
        file("service_dependencies", "service_dependency", "", all("service", "needs", "type", "parallel_group"));
        file("nsm_coverage", "nsm_coverage", "", join(all("service", "principle"), constant("responsibility")));
        file("service_level_packages", "service_level_package", "", all("code", "name_nb", "name_nn", "name_en"));
        file(
                "offerings",
                "offering",
                "",
                join(
                        all(
                                "code",
                                "service",
                                "name_nb",
                                "name_nn",
                                "name_en",
                                "unit_nb",
                                "unit_nn",
                                "unit_en",
                                "lead_time_working_days",
                                "service_level_package"),
                        yes("orderable")));
        file(
                "prices",
                "price",
                "",
                join(
                        all(
                                "price_id",
                                "offering",
                                "component",
                                "kind",
                                "one_off_event",
                                "unit_price",
                                "meter",
                                "included_quantity",
                                "included_basis",
                                "minimum_amount",
                                "announced_on",
                                "valid_from",
                                "valid_to"),
                        yes("minimum_when_unused")));
        file("price_tiers", "price_tier", "", all("price_id", "from_quantity", "to_quantity", "unit_price"));
        file(
                "agreements",
                "agreement",
                "",
                join(
                        all(
                                "agency",
                                "type",
                                "title",
                                "state",
                                "signed_on",
                                "valid_from",
                                "valid_to",
                                "revision_due",
                                "notice_months",
                                "settlement"),
                        as("number", "agreement"),
                        as("agreement_version", "version")));
        file(
                "agreement_lines",
                "agreement_line",
                "line",
                all("agreement", "line", "agency", "offering", "service_level_package"));
        file(
                "agreement_lines",
                "agreement_line_row",
                "",
                join(all("line", "quantity", "valid_from", "valid_to", "from_order"), as("row_no", "row")));
        file(
                "negotiated_prices",
                "negotiated_price",
                "",
                all(
                        "line",
                        "component",
                        "kind",
                        "value",
                        "valid_from",
                        "valid_to",
                        "reason",
                        "approved_by",
                        "approved_on"));
        file(
                "responsibilities",
                "responsibility",
                "",
                all("service", "task", "task_nb", "task_nn", "task_en", "provider", "customer", "upstream"));
        file(
                "security_objectives",
                "security_objective",
                "",
                all(
                        "agreement",
                        "code",
                        "nsm_principle",
                        "text_nb",
                        "text_nn",
                        "text_en",
                        "measure",
                        "unit",
                        "target",
                        "direction",
                        "latest_value",
                        "measured_on",
                        "status"));
        file("budgets", "budget", "", all("agency", "service", "year", "amount", "set_by", "set_on", "state"));
    }

    private void organisation(Object orgnr, String shortName, String name, String role) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into organisation (id, orgnr, short_name, name, role) values (-?, ?, ?, ?, ?)")) {
            insert.setInt(1, id++);
            insert.setString(2, orgnr.toString());
            insert.setString(3, shortName);
            insert.setString(4, name);
            insert.setString(5, role);
            insert.executeUpdate();
        }
    }

    /** @param once the column whose repeated values are left out; empty when every row counts */
    private void file(String file, String table, String once, List<Column> columns) throws SQLException, IOException {
        StringBuilder sql = new StringBuilder("insert into ").append(table).append(" (id");
        columns.forEach(column -> sql.append(", ").append(column.name()));
        sql.append(") values (").append("?, ".repeat(columns.size())).append("?)");
        Set<String> seen = new HashSet<>();
        try (Reader reader = new InputStreamReader(
                        DemoCatalogue.class.getResourceAsStream("/sql/demo/" + file + ".csv"), StandardCharsets.UTF_8);
                CSVParser rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader);
                PreparedStatement insert = connection.prepareStatement(sql.toString())) {
            for (CSVRecord row : rows) {
                if (!once.isEmpty() && !seen.add(row.get(once))) {
                    continue;
                }
                // Negative, so that they never meet what a sequence gives.
                insert.setInt(1, table.equals("category") || table.equals("responsibility") ? id++ : -id++);
                for (int i = 0; i < columns.size(); i++) {
                    String text = row.get(columns.get(i).source());
                    String value = columns.get(i).change().apply(text);
                    insert.setString(i + 2, value == null && table.equals("responsibility") ? "" : value);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
