package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.price.PriceDesk;
import no.fellesdrift.price.PriceView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** What the overview shows of the catalogue and of prices that are announced. */
@RequestScoped
class CataloguePart {

    private static final int SHOWN = 4;

    @Inject
    OfferingDesk offerings;

    @Inject
    PriceDesk prices;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    Links links;

    Tile tile() {
        List<OfferingView> all = offerings.offerings();
        long services = all.stream().map(OfferingView::service).distinct().count();
        return Tile.of(
                t.get("overview.catalogue.title"),
                links.to("/catalogue/index.xhtml"),
                f.number(services),
                t.get("overview.catalogue.services"),
                t.of("overview.catalogue.offerings", all.size()));
    }

    /** New prices, one line for each offering and day. */
    List<Task> comingPrices(LocalDate today) {
        Map<LocalDate, List<PriceView>> byDay = prices.coming(today).stream()
                .collect(Collectors.groupingBy(price -> price.valid().start(), TreeMap::new, Collectors.toList()));
        List<Task> tasks = new ArrayList<>();
        // what is not on offer to the reader is not announced either
        Map<OfferingCode, OfferingView> known =
                offerings.offerings().stream().collect(Collectors.toMap(OfferingView::code, Function.identity()));
        byDay.forEach((day, ofDay) -> ofDay.stream()
                .map(price -> known.get(price.offering()))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(offering -> tasks.add(task(day, offering))));
        return tasks.subList(0, Math.min(SHOWN, tasks.size()));
    }

    private Task task(LocalDate day, OfferingView offering) {
        return new Task(
                links.to("/catalogue/service.xhtml", "code", offering.service().value(), "on", day.toString()),
                t.of("overview.catalogue.price", t.in(offering.name())),
                t.of("overview.catalogue.from", f.date(day)),
                null,
                "");
    }
}
