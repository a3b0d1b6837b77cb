package no.fellesdrift.web.sla.chain;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.chain.ChainDesk;
import no.fellesdrift.sla.chain.ContractView;
import no.fellesdrift.sla.chain.Weakness;
import no.fellesdrift.web.api.Paging;

/** What suppliers promise beside what customers are promised for services that stand on it. */
@Path("promises")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PromiseResource {

    private static final int DECIMALS = 4;

    @Inject
    ChainDesk desk;

    /**
     * A supplier's promise. Percentages are exact or cut to four decimals.
     *
     * @param weak whether a customer's promise stands on it that it cannot carry
     */
    public record Item(
            String contract,
            String supplier,
            String service,
            String measure,
            String priority,
            BigDecimal targetPercent,
            Long thresholdSeconds,
            String calendar,
            boolean weak,
            Delivered delivered,
            List<Promise> promises) {}

    /** How the contract was kept in the month. */
    public record Delivered(
            long agreedSeconds,
            long downtimeSeconds,
            BigDecimal percent,
            boolean met,
            String worstOrganisation,
            Long worstDowntimeSeconds) {}

    /** @param carriedPercent what the whole chain below can carry; absent for cases */
    public record Promise(
            String service,
            String level,
            String priority,
            BigDecimal targetPercent,
            Long thresholdSeconds,
            String calendar,
            List<String> path,
            BigDecimal carriedPercent,
            BigDecimal missingPercent,
            List<Weakness> weaknesses,
            int linesMet,
            int linesBreached,
            int linesBreachedUpstream) {}

    /** @param weak only those that cannot carry what stands on them */
    @GET
    public Paged<Item> list(
            @QueryParam("period") Optional<YearMonth> period,
            @QueryParam("weak") boolean weak,
            @BeanParam Paging paging) {
        return Paged.cut(
                desk.chain(period.orElseGet(desk::currentPeriod)).stream()
                        .filter(view -> !weak || view.isWeak())
                        .map(PromiseResource::item)
                        .toList(),
                paging.request());
    }

    private static Item item(ContractView view) {
        return new Item(
                view.contract().contract(),
                view.contract().supplier().digits(),
                view.contract().service(),
                view.contract().measure().name(),
                view.contract().priority(),
                view.contract().target().stripTrailingZeros(),
                view.contract().thresholdSeconds(),
                view.contract().calendar(),
                view.isWeak(),
                view.measured() == null ? null : delivered(view.measured()),
                view.links().stream().map(PromiseResource::promise).toList());
    }

    private static Delivered delivered(ContractView.Measured measured) {
        ContractView.Hit worst = measured.worst();
        return new Delivered(
                measured.agreedSeconds(),
                measured.downtimeSeconds(),
                measured.percent().round(DECIMALS, RoundingMode.FLOOR).stripTrailingZeros(),
                measured.met(),
                worst == null ? null : worst.agency().digits(),
                worst == null ? null : Long.valueOf(worst.downtimeSeconds()));
    }

    private static Promise promise(ContractView.LinkView view) {
        return new Promise(
                view.link().promise().service(),
                view.link().promise().level(),
                view.link().promise().priority(),
                view.link().promise().target().stripTrailingZeros(),
                view.link().promise().thresholdSeconds(),
                view.link().promise().calendar(),
                view.link().path(),
                view.link().carried() == null
                        ? null
                        : view.link()
                                .carried()
                                .round(DECIMALS, RoundingMode.FLOOR)
                                .stripTrailingZeros(),
                view.missing(),
                view.link().weaknesses(),
                view.met(),
                view.breached(),
                view.upstream());
    }
}
