package no.fellesdrift.catalogue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;

/** Services and their surroundings in the database. */
class Services {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private static final String COLUMNS = """
            s.code, s.version, s.category, c.name_nb category_nb, c.name_nn category_nn, c.name_en category_en, s.kind,
            s.delivered_by, d.name deliverer, d.role = 'SUPPLIER' upstream, s.mandatory, s.lifecycle, s.successor,
            s.owner, p.name owner_name, s.name_nb, s.name_nn, s.name_en, s.summary_nb, s.summary_nn, s.summary_en,
            s.description_nb, s.description_nn, s.description_en
            """;

    private static final String FROM = """
            from service s
            join category c on c.code = s.category
            join organisation d on d.orgnr = s.delivered_by
            join person p on p.person_id = s.owner
            """;

    /** The fields a list may be sorted by. */
    private static final Map<String, String> SORTS = Map.of(
            "code", "s.code",
            "name", "s.name_%s",
            "category", "c.name_%s",
            "kind", "s.kind",
            "deliveredBy", "d.name",
            "mandatory", "s.mandatory",
            "lifecycle", "s.lifecycle");

    private record Counted(String code, long total) {}

    /** The page's codes first, counted meanwhile without the texts; then the services themselves. */
    Paged<ServiceView> page(ServiceFilter filter, boolean staff, PageRequest request) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, staff, parameters);
        String order = order(filter, request.sort(), parameters);
        parameters.add(request.size());
        parameters.add(request.offset());
        List<Counted> found = Rows.list(
                connection(),
                "select s.code, count(*) over () total from service s"
                        + (order.contains("c.") ? " join category c on c.code = s.category" : "")
                        + (order.contains("d.") ? " join organisation d on d.orgnr = s.delivered_by" : "")
                        + where + order + " limit ? offset ?",
                parameters,
                row -> new Counted(row.getString("code"), row.getLong("total")));
        long total = found.isEmpty()
                ? request.page() == 0 ? 0 : count(filter, staff)
                : found.get(0).total();
        List<String> codes = found.stream().map(Counted::code).toList();
        Map<String, ServiceView> services = new HashMap<>();
        Rows.list(
                        connection(),
                        "select " + COLUMNS + FROM + " where s.code in (" + Rows.marks(codes.size()) + ")",
                        codes,
                        Services::service)
                .forEach(service -> services.put(service.code().value(), service));
        return Paged.of(withOfferings(codes.stream().map(services::get).toList()), request, total);
    }

    /** The same one by one, as the database hands them out; of their offerings the codes alone. */
    void forEach(ServiceFilter filter, boolean staff, List<String> sort, Consumer<ServiceRow> each) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, staff, parameters);
        String order = order(filter, sort, parameters);
        Rows.forEach(
                connection(),
                "select " + COLUMNS + ", (select group_concat(f.code order by f.code separator ' ') from offering f"
                        + " where f.service = s.code) offering_codes " + FROM + where + order,
                parameters,
                row -> new ServiceRow(service(row), codes(row.getString("offering_codes"))),
                each);
    }

    private static List<OfferingCode> codes(String together) {
        return together == null
                ? List.of()
                : Arrays.stream(together.split(" ", -1)).map(OfferingCode::of).toList();
    }

    /** @throws Rejection SERVICE_NOT_FOUND */
    ServiceDetail detail(ServiceCode code, boolean staff) {
        ServiceView service = view(code, staff);
        return new ServiceDetail(
                service,
                neighbours("d.service = ?", "d.needs", code, staff),
                neighbours("d.needs = ?", "d.service", code, staff),
                coverage(code));
    }

    /** @throws Rejection SERVICE_NOT_FOUND */
    ServiceView view(ServiceCode code, boolean staff) {
        return Rows.first(
                        connection(),
                        "select " + COLUMNS + FROM + " where s.code = ?" + (staff ? "" : SHOWN),
                        List.of(code),
                        Services::service)
                .map(found -> withOfferings(List.of(found)).get(0))
                .orElseThrow(() -> new Rejection(CatalogueReason.SERVICE_NOT_FOUND, code));
    }

    /** For a change. @throws Rejection SERVICE_NOT_FOUND, or STALE when another version is in the database */
    Service expected(ServiceCode code, int version) {
        Service service = em.createQuery("select s from Service s where s.code = :code", Service.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Rejection(CatalogueReason.SERVICE_NOT_FOUND, code));
        if (service.version() != version) {
            throw new Rejection(CatalogueReason.STALE, code);
        }
        return service;
    }

    boolean exists(ServiceCode code) {
        return !Rows.list(connection(), "select 1 from service where code = ?", List.of(code), row -> 1)
                .isEmpty();
    }

    void flush() {
        em.flush();
    }

    Facets facets(ServiceFilter filter, boolean staff) {
        ServiceFilter noCategory = new ServiceFilter(
                filter.text(),
                filter.language(),
                Optional.empty(),
                filter.kind(),
                filter.deliveredBy(),
                filter.mandatory(),
                filter.only());
        List<Object> categoryParameters = new ArrayList<>();
        List<Facets.CategoryCount> categories = Rows.list(
                connection(),
                "select c.code, c.name_nb, c.name_nn, c.name_en, count(*) n " + FROM
                        + where(noCategory, staff, categoryParameters)
                        + " group by c.id, c.code, c.name_nb, c.name_nn, c.name_en order by c.id",
                categoryParameters,
                row -> new Facets.CategoryCount(row.getString("code"), Rows.text(row, "name"), row.getLong("n")));
        ServiceFilter noDeliverer = new ServiceFilter(
                filter.text(),
                filter.language(),
                filter.category(),
                filter.kind(),
                Optional.empty(),
                filter.mandatory(),
                filter.only());
        List<Object> delivererParameters = new ArrayList<>();
        List<Facets.DelivererCount> deliverers = Rows.list(
                connection(),
                "select d.orgnr, d.name, count(*) n " + FROM + where(noDeliverer, staff, delivererParameters)
                        + " group by d.orgnr, d.name, d.role order by d.role, d.name",
                delivererParameters,
                row -> new Facets.DelivererCount(
                        OrgNumber.of(row.getString("orgnr")), row.getString("name"), row.getLong("n")));
        ServiceFilter mandatory = new ServiceFilter(
                filter.text(),
                filter.language(),
                filter.category(),
                filter.kind(),
                filter.deliveredBy(),
                true,
                filter.only());
        return new Facets(categories, deliverers, count(mandatory, staff));
    }

    private long count(ServiceFilter filter, boolean staff) {
        List<Object> parameters = new ArrayList<>();
        return Rows.list(
                        connection(),
                        "select count(*) " + FROM + where(filter, staff, parameters),
                        parameters,
                        row -> row.getLong(1))
                .get(0);
    }

    private static final String SHOWN = " and s.lifecycle in ('PLANNED', 'ACTIVE', 'DEPRECATED')";

    private static String where(ServiceFilter filter, boolean staff, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        if (!staff) {
            where.append(SHOWN);
        }
        filter.category().ifPresent(category -> {
            where.append(" and s.category in (select g.code from category g where g.code = ? or g.parent = ?)");
            parameters.add(category);
            parameters.add(category);
        });
        filter.kind().ifPresent(kind -> {
            where.append(" and s.kind = ?");
            parameters.add(kind);
        });
        filter.deliveredBy().ifPresent(deliverer -> {
            where.append(" and s.delivered_by = ?");
            parameters.add(deliverer);
        });
        if (filter.mandatory()) {
            where.append(" and s.mandatory");
        }
        filter.only().ifPresent(codes -> {
            where.append(" and s.code in (").append(Rows.marks(codes.size())).append(")");
            parameters.addAll(codes);
        });
        String suffix = suffix(filter.language());
        for (String word : filter.text().strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                // Looked through from end to end: that finds parts of compounds, which a word index does not, and
                // Norwegian is full of them. search_… are in small letters and compared byte by byte.
                where.append("""
                         and (s.search_%1$s like ?
                         or s.category in (select g.code from category g where g.name_%1$s like ?)
                         or s.delivered_by in (select e.orgnr from organisation e where e.name like ?)
                         or s.code in (select o.service from offering o where o.search_%1$s like ?))
                        """.formatted(suffix));
                String pattern = "%" + escaped(word) + "%";
                parameters.add(pattern.toLowerCase(Locale.ROOT));
                parameters.add(pattern);
                parameters.add(pattern);
                parameters.add(pattern.toLowerCase(Locale.ROOT));
            }
        }
        return where.toString();
    }

    private static String order(ServiceFilter filter, List<String> sort, List<Object> parameters) {
        String suffix = suffix(filter.language());
        if (sort.isEmpty()) {
            if (filter.text().isBlank()) {
                return " order by c.id, s.name_" + suffix + ", s.code";
            }
            parameters.add("%" + escaped(filter.text().strip()) + "%");
            return " order by s.name_" + suffix + " like ? desc, s.name_" + suffix + ", s.code";
        }
        return sort.stream()
                .map(field -> {
                    boolean down = field.startsWith("-");
                    String column = SORTS.get(down ? field.substring(1) : field);
                    if (column == null) {
                        throw new Rejection(CatalogueReason.UNKNOWN_SORT, field);
                    }
                    return column.formatted(suffix) + (down ? " desc" : "");
                })
                .collect(Collectors.joining(", ", " order by ", ", s.code"));
    }

    private static String suffix(String language) {
        return "nn".equals(language) || "en".equals(language) ? language : "nb";
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private List<ServiceView> withOfferings(List<ServiceView> services) {
        if (services.isEmpty()) {
            return services;
        }
        Map<ServiceCode, List<OfferingView>> offerings = Offerings.of(
                        connection(),
                        " where o.service in (" + Rows.marks(services.size()) + ")",
                        services.stream().map(ServiceView::code).toList())
                .stream()
                .collect(Collectors.groupingBy(OfferingView::service));
        return services.stream()
                .map(service -> service.with(offerings.getOrDefault(service.code(), List.of())))
                .toList();
    }

    private List<ServiceDetail.Neighbour> neighbours(String condition, String other, ServiceCode code, boolean staff) {
        return Rows.list(
                connection(),
                """
                select s.code, s.name_nb, s.name_nn, s.name_en, o.name deliverer, d.type, d.parallel_group
                from service_dependency d join service s on s.code = %s join organisation o on o.orgnr = s.delivered_by
                where %s%s order by d.type desc, s.code
                """.formatted(other, condition, staff ? "" : SHOWN),
                List.of(code),
                row -> new ServiceDetail.Neighbour(
                        ServiceCode.of(row.getString("code")),
                        Rows.text(row, "name"),
                        row.getString("deliverer"),
                        "SERIAL".equals(row.getString("type")),
                        row.getString("parallel_group")));
    }

    private List<ServiceDetail.Coverage> coverage(ServiceCode code) {
        return Rows.list(
                connection(),
                """
                select n.principle, coalesce(p.title, '') title, n.responsibility
                from nsm_coverage n left join nsm_principle p on p.principle = n.principle
                where n.service = ?
                order by cast(substring_index(n.principle, '.', 1) as int), cast(substring_index(n.principle, '.', -1) as int)
                """,
                List.of(code),
                row -> new ServiceDetail.Coverage(
                        row.getString("principle"),
                        row.getString("title"),
                        NsmResponsibility.valueOf(row.getString("responsibility"))));
    }

    private static ServiceView service(ResultSet row) throws SQLException {
        String successor = row.getString("successor");
        return new ServiceView(
                ServiceCode.of(row.getString("code")),
                row.getInt("version"),
                row.getString("category"),
                Rows.text(row, "category"),
                ServiceKind.valueOf(row.getString("kind")),
                OrgNumber.of(row.getString("delivered_by")),
                row.getString("deliverer"),
                row.getBoolean("upstream"),
                row.getBoolean("mandatory"),
                Lifecycle.valueOf(row.getString("lifecycle")),
                successor == null ? null : ServiceCode.of(successor),
                row.getString("owner"),
                row.getString("owner_name"),
                Rows.text(row, "name"),
                Rows.text(row, "summary"),
                Rows.text(row, "description"),
                List.of());
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
