package no.fellesdrift.bench;

import jakarta.persistence.EntityManager;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import no.fellesdrift.agreement.OurPriceDesk;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.catalogue.ServiceFilter;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.exchange.SearchDesk;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderFilter;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.party.Passwords;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;

/**
 * {@code mvn -Pbench}: the hot paths on the worked month, each beside the floor that the database sets for the same
 * rows, measured turn by turn in the same run, and once more with ten times the data. Figures, no verdict: a table for
 * docs/performance.md.
 */
public final class Bench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant NOW = Instant.parse("2026-11-05T05:00:00Z");
    private static final int WARM_UP = 8;
    private static final int TURNS = 21;

    /**
     * One path.
     *
     * @param ours answers how many rows it gave or wrote
     * @param floor the same rows, bare
     */
    record Path(String name, ToIntFunction<EntityManager> ours, Consumer<Floor> floor) {}

    record Measured(int rows, double ours, double floor) {}

    private Bench() {}

    /** {@code search} for the search alone. Ends the process, which the database's threads would keep. */
    public static void main(String[] arguments) {
        try {
            if (!List.of(arguments).contains("search")) {
                run();
            }
            search();
            System.exit(0);
        } catch (SQLException | RuntimeException e) {
            e.printStackTrace(OUT);
            System.exit(1);
        }
    }

    private static void run() throws SQLException {
        List<List<Measured>> sizes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int times : List.of(1, 10)) {
            try (Database database = DemoData.fresh()) {
                Growth.grow(database, times);
                List<Path> paths = paths(database);
                names = paths.stream().map(Path::name).toList();
                sizes.add(paths.stream().map(path -> measure(database, path)).toList());
            }
        }
        OUT.println("| path | rows | ms | floor ms | ×10: rows | ms | floor ms | growth |");
        OUT.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (int i = 0; i < names.size(); i++) {
            print(names.get(i), sizes.get(0).get(i), sizes.get(1).get(i));
        }
    }

    /** Everything a caller may see, searched for a word and for a number, with long lists. */
    private static void search() throws SQLException {
        List<Path> searches = List.of(
                found("a word, order desk", Callers.ORDER_DESK, "videomøte"),
                found("a number, order desk", Callers.ORDER_DESK, "B-2026-0047-17"),
                found("a word, an agency's orderer", Callers.RA_ORDERER, "videomøte"),
                found("a number, an agency's orderer", Callers.RA_ORDERER, "B-2026-0047-17"),
                found("a word that is nowhere, order desk", Callers.ORDER_DESK, "xyzzy"),
                found("two letters, order desk", Callers.ORDER_DESK, "te"),
                found("two rare letters, order desk", Callers.ORDER_DESK, "kj"),
                found("two letters, an agency's orderer", Callers.RA_ORDERER, "te"),
                listed("the list of orders with a word", "videomøte"),
                listed("the list of orders with two letters", "te"),
                listed("the list of orders with a text that every order has", "2026"),
                found("a text that every order has, order desk", Callers.ORDER_DESK, "2026"),
                found("a text that every order has, an agency's orderer", Callers.RA_ORDERER, "2026"));
        List<List<Measured>> sizes = new ArrayList<>();
        for (int times : List.of(1, 10)) {
            try (Database database = DemoData.fresh()) {
                Growth.lists(database, 1_000 * times, 10_000 * times);
                sizes.add(searches.stream().map(path -> measure(database, path)).toList());
            }
        }
        OUT.println();
        OUT.println("| search for | found | ms | floor ms | ×10: found | ms | floor ms | growth |");
        OUT.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (int i = 0; i < searches.size(); i++) {
            print(searches.get(i).name(), sizes.get(0).get(i), sizes.get(1).get(i));
        }
    }

    private static Path found(String name, Caller caller, String text) {
        return new Path(
                name,
                em -> (int)
                        desk(em, caller, SearchDesk.class).search(text, "nb", 5).total(),
                floor -> {
                    String like = "'%" + text.toLowerCase(Locale.ROOT) + "%'";
                    floor.scan("select code from service where search_nb like " + like);
                    floor.scan("select number from service_order where search like " + like);
                    floor.scan("select code from offering where search_names like " + like);
                });
    }

    /** The order desk's list of the open ones in the order of their promise, as its page asks. */
    private static Path listed(String name, String text) {
        OrderFilter all = OrderFilter.ALL.withText(text);
        OrderFilter open = new OrderFilter(
                all.states(),
                true,
                all.organisation(),
                all.q(),
                all.waitingFor(),
                all.service(),
                all.assigned(),
                false,
                false);
        return new Path(
                name,
                em -> (int) desk(em, Callers.ORDER_DESK, OrderDesk.class)
                        .found(open, new PageRequest(0, 25, List.of("promisedDate")), SearchDesk.COUNTED)
                        .total(),
                floor -> {
                    String like = "'%" + text.toLowerCase(Locale.ROOT) + "%'";
                    floor.scan("select number from service_order where search like " + like);
                    floor.scan("select code from offering where search_names like " + like);
                });
    }

    private static void print(String name, Measured one, Measured ten) {
        OUT.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %d | %.1f | %.1f | %.1f |%n",
                name,
                one.rows(),
                one.ours(),
                one.floor(),
                ten.rows(),
                ten.ours(),
                ten.floor(),
                ten.ours() / one.ours());
    }

    private static List<Path> paths(Database database) {
        return List.of(orderList(), catalogueList(), charges(database), levels(database));
    }

    private static Path orderList() {
        String newest = " in (select number from (select number from service_order order by number desc limit 50) n)";
        return new Path(
                "order list, 50 whole orders",
                em -> desk(em, Callers.ORDER_DESK, OrderDesk.class)
                        .ordersInFull(OrderFilter.ALL, PageRequest.first(50))
                        .items()
                        .size(),
                floor -> {
                    floor.scan("select * from service_order where number" + newest);
                    for (String part : List.of("order_item", "order_step", "order_message", "order_approval")) {
                        floor.scan("select * from " + part + " where order_number" + newest);
                    }
                    for (String part : List.of("order_answer", "upstream_order")) {
                        floor.scan("select p.* from " + part + " p join order_item i on i.id = p.order_item_id"
                                + " where i.order_number" + newest);
                    }
                });
    }

    private static Path catalogueList() {
        return new Path(
                "catalogue list, 50 services with counts and prices",
                em -> {
                    CatalogueDesk catalogue = desk(em, Callers.RA_ORDERER, CatalogueDesk.class);
                    ServiceFilter all = ServiceFilter.all("nb");
                    var page = catalogue.services(all, PageRequest.first(50));
                    catalogue.facets(all);
                    List<OfferingView> offered = page.items().stream()
                            .flatMap(service -> service.offerings().stream())
                            .toList();
                    desk(em, Callers.RA_ORDERER, OurPriceDesk.class)
                            .pricesOn(
                                    offered.stream().map(OfferingView::code).toList(),
                                    LocalDate.of(2026, 11, 5),
                                    Callers.RA);
                    return page.items().size();
                },
                floor -> {
                    floor.scan("select * from service order by code limit 50");
                    String offered = " in (select code from (select o.code from offering o join"
                            + " (select code from service order by code limit 50) s on s.code = o.service) n)";
                    floor.scan("select * from offering where code" + offered);
                    floor.scan("select * from price where offering" + offered);
                    floor.scan(
                            "select * from agreement_line where agency = ? and offering" + offered,
                            Callers.RA.toString());
                });
    }

    private static Path charges(Database database) {
        ToIntFunction<EntityManager> run = em -> (int)
                desk(em, Callers.CONTROLLER, ChargeDesk.class).compute(OCTOBER).count();
        String where = "period = '2026-10'";
        List<Floor.Kept> made = made(database, run, floor -> List.of(floor.keep("charge", "id", where)));
        return new Path("charge run of the month", run, floor -> {
            for (String table : List.of(
                    "agreement_line", "agreement_line_row", "price", "price_tier", "negotiated_price", "order_item")) {
                floor.scan("select * from " + table);
            }
            floor.scan("select * from usage_reading where used_on >= '2026-10-01' and used_on < '2026-11-01'");
            floor.update("delete from charge where " + where);
            made.forEach(floor::write);
        });
    }

    private static Path levels(Database database) {
        ToIntFunction<EntityManager> run = em -> desk(em, Callers.SERVICE_LEVEL_MANAGER, LevelDesk.class)
                .evaluate(OCTOBER)
                .results();
        List<Floor.Kept> made = made(
                database,
                run,
                floor -> List.of(floor.keep("sla_result", "", "true"), floor.keep("sla_result_working", "", "true")));
        return new Path("service levels of the month, first evaluation", run, floor -> {
            for (String table : List.of(
                    "agreement_line",
                    "agreement_line_row",
                    "service_level",
                    "outage",
                    "maintenance",
                    "unknown_time",
                    "exclusion",
                    "ticket",
                    "ticket_pause",
                    "ticket_priority_change",
                    "ticket_reopening",
                    "order_item")) {
                floor.scan("select * from " + table);
            }
            made.forEach(floor::write);
        });
    }

    /** What a run leaves, read before it is rolled back. */
    private static List<Floor.Kept> made(
            Database database, ToIntFunction<EntityManager> run, Function<Floor, List<Floor.Kept>> keep) {
        try (EntityManager em = database.factory().createEntityManager()) {
            em.getTransaction().begin();
            if (run.applyAsInt(em) == 0) {
                throw new IllegalStateException("Nothing was written");
            }
            List<Floor.Kept> kept = keep.apply(new Floor(em.unwrap(Connection.class)));
            em.getTransaction().rollback();
            return kept;
        }
    }

    /** Turn by turn, so that what else the machine does falls on both; the medians, in milliseconds. */
    static Measured measure(Database database, Path path) {
        double[] ours = new double[TURNS];
        double[] floor = new double[TURNS];
        int[] rows = new int[1];
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            double mine = timed(database, em -> rows[0] = path.ours().applyAsInt(em));
            double bare = timed(database, em -> path.floor().accept(new Floor(em.unwrap(Connection.class))));
            if (turn >= 0) {
                ours[turn] = mine;
                floor[turn] = bare;
            }
        }
        return new Measured(rows[0], median(ours), median(floor));
    }

    /** One transaction, rolled back so that the next turn finds the same; that is not timed. */
    public static double timed(Database database, Consumer<EntityManager> work) {
        try (EntityManager em = database.factory().createEntityManager()) {
            em.getTransaction().begin();
            em.unwrap(Connection.class);
            long start = System.nanoTime();
            work.accept(em);
            long end = System.nanoTime();
            em.getTransaction().rollback();
            return (end - start) / 1e6;
        }
    }

    public static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static <T> T desk(EntityManager em, Caller caller, Class<T> type) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(NOW, ZoneOffset.UTC))
                .with(OfficeDays.class, "no.fellesdrift.sla.OfficeCalendars")
                .with(Passwords.class, new Passwords())
                .get(type);
    }
}
