package no.fellesdrift.order;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;

/** Orders and what belongs to them, to act on. Reading many is {@link OrderLists} and {@link OrderViews}. */
class Orders {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    void add(Order order) {
        em.persist(order);
        em.flush();
    }

    void add(OrderFile file) {
        em.persist(file);
    }

    void flush() {
        em.flush();
    }

    /**
     * An order to act on. Its version goes up whatever is changed in it.
     *
     * @throws Rejection NOT_FOUND, also when it is another agency's
     */
    Order visible(OrderNumber number, Caller caller) {
        Order order = em.createQuery("select o from ServiceOrder o where o.number = :number", Order.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Rejection(OrderReason.NOT_FOUND, number));
        caller.mustSee(order.agency(), OrderReason.NOT_FOUND, number);
        return order;
    }

    void touch(Order order) {
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** The next number of a year; the year's row stays locked until the transaction ends, so none is given twice. */
    OrderNumber nextNumber(int year) {
        Connection connection = connection();
        try (PreparedStatement draw = connection.prepareStatement("""
                insert into order_number (year, last)
                select ?, coalesce(max(cast(substring(number, 8) as unsigned)), 0) + 1
                from service_order where number like concat('B-', ?, '-%')
                on duplicate key update last = greatest(last + 1, values(last))
                """)) {
            draw.setInt(1, year);
            draw.setInt(2, year);
            draw.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("No order number could be drawn", e);
        }
        int last = Rows.first(
                        connection, "select last from order_number where year = ?", List.of(year), row -> row.getInt(1))
                .orElseThrow();
        return OrderNumber.of(String.format(Locale.ROOT, "B-%d-%04d", year, last));
    }

    /** What open orders of a service cost an agency in a year, one order left out. */
    Money committed(OrgNumber agency, ServiceCode service, int year, OrderNumber but) {
        return Rows.first(
                        connection(),
                        """
                        select coalesce(sum(i.year_cost), 0)
                        from order_item i
                        join service_order o on o.number = i.order_number
                        join offering f on f.code = i.offering
                        where o.agency = ? and f.service = ? and i.cost_year = ? and o.number <> ?
                          and i.state in ('SUBMITTED', 'APPROVED', 'RECEIVED', 'ROUTED', 'PLACED_UPSTREAM',
                                          'CONFIRMED_UPSTREAM')
                        """,
                        List.of(agency, service, year, but == null ? "" : but.value()),
                        row -> new Money(row.getBigDecimal(1)))
                .orElse(Money.ZERO);
    }

    /** Approved and open orders without a promise: they were ordered before the orders were kept here. */
    List<OrderNumber> unpromised() {
        return Rows.list(connection(), """
                select number from service_order
                where state in ('APPROVED', 'RECEIVED', 'ROUTED', 'PLACED_UPSTREAM', 'CONFIRMED_UPSTREAM')
                  and approved_at is not null and promised_date is null
                order by id
                """, List.of(), row -> OrderNumber.of(row.getString(1)));
    }

    /** Orders that wait for an approver and have not been escalated. */
    List<OrderNumber> silent() {
        return Rows.list(
                connection(),
                "select number from service_order where state = 'SUBMITTED' and submitted_at is not null and escalated_at is null order by id",
                List.of(),
                row -> OrderNumber.of(row.getString(1)));
    }

    OrderFile file(OrderNumber number, int position, String question) {
        return em.createQuery("""
                        select f from OrderFile f
                        where f.item.order.number = :number and f.item.position = :position and f.question = :question
                        """, OrderFile.class)
                .setParameter("number", number)
                .setParameter("position", position)
                .setParameter("question", question)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Rejection(OrderReason.NOT_FOUND, number));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
