package no.fellesdrift.price;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.UnitPrice;

/** Price versions in the database. */
class Prices {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** All versions of these offerings' components: by offering, component and start. */
    List<PriceView> versions(Collection<OfferingCode> offerings) {
        return found("p.offering in (" + Rows.marks(offerings.size()) + ")", List.copyOf(offerings));
    }

    /** The versions in force on a date. */
    List<PriceView> on(Collection<OfferingCode> offerings, LocalDate date) {
        List<Object> parameters = new ArrayList<>(offerings);
        parameters.add(date);
        parameters.add(date);
        return found(
                "p.offering in (" + Rows.marks(offerings.size())
                        + ") and p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?)",
                parameters);
    }

    /** The versions that begin after a date. */
    List<PriceView> coming(LocalDate after) {
        return found("p.valid_from > ?", List.of(after));
    }

    Optional<PriceView> view(String priceId) {
        return found("p.price_id = ?", List.of(priceId)).stream().findFirst();
    }

    /** The last version of a component, locked so that two successors cannot be written at once. */
    Price last(OfferingCode offering, String component) {
        return em.createQuery("""
                        select p from Price p
                        where p.offering = :offering and p.component = :component order by p.validFrom desc
                        """, Price.class)
                .setParameter("offering", offering)
                .setParameter("component", component)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Rejection(PriceReason.PRICE_NOT_FOUND, offering + "/" + component));
    }

    void add(Price price, List<PriceView.Tier> tiers) {
        em.persist(price);
        em.flush();
        tiers.forEach(tier -> em.persist(new PriceTier(price.priceId(), tier)));
        em.flush();
    }

    private record TierRow(String priceId, PriceView.Tier tier) {}

    private List<PriceView> found(String where, List<?> parameters) {
        Connection connection = em.unwrap(Connection.class);
        Map<String, List<PriceView.Tier>> tiers = Rows.list(
                        connection,
                        "select t.price_id, t.from_quantity, t.to_quantity, t.unit_price"
                                + " from price_tier t join price p on p.price_id = t.price_id where " + where
                                + " order by t.price_id, t.from_quantity",
                        parameters,
                        row -> new TierRow(
                                row.getString("price_id"),
                                new PriceView.Tier(
                                        row.getBigDecimal("from_quantity"),
                                        row.getBigDecimal("to_quantity"),
                                        new UnitPrice(row.getBigDecimal("unit_price")))))
                .stream()
                .collect(Collectors.groupingBy(
                        TierRow::priceId, Collectors.mapping(TierRow::tier, Collectors.toList())));
        return Rows.list(
                connection,
                "select p.* from price p where " + where + " order by p.offering, p.component, p.valid_from",
                parameters,
                row -> view(row, tiers.getOrDefault(row.getString("price_id"), List.of())));
    }

    private static PriceView view(ResultSet row, List<PriceView.Tier> tiers) throws SQLException {
        String event = row.getString("one_off_event");
        String basis = row.getString("included_basis");
        BigDecimal unitPrice = row.getBigDecimal("unit_price");
        BigDecimal minimum = row.getBigDecimal("minimum_amount");
        return new PriceView(
                row.getString("price_id"),
                OfferingCode.of(row.getString("offering")),
                row.getString("component"),
                PriceKind.valueOf(row.getString("kind")),
                event == null ? null : OneOffEvent.valueOf(event),
                unitPrice == null ? null : new UnitPrice(unitPrice),
                tiers,
                row.getString("meter"),
                row.getBigDecimal("included_quantity"),
                basis == null ? null : IncludedBasis.valueOf(basis),
                minimum == null ? null : new Money(minimum),
                row.getBoolean("minimum_when_unused"),
                Rows.date(row, "announced_on"),
                Rows.range(row, ""));
    }
}
