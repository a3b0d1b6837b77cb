package no.fellesdrift.web.charge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.charge.Forecast;
import no.fellesdrift.charge.ForecastDesk;
import no.fellesdrift.charge.ForecastLine;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;

/** What a year is going to cost, against its budget. */
@Path("forecasts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ForecastResource {

    @Inject
    ForecastDesk desk;

    /** A year. */
    public record Item(
            int year,
            OrgNumber organisation,
            YearMonth useExpectedAsIn,
            List<Money> months,
            Money total,
            Money expectedUse,
            Money budget,
            Money left,
            List<Line> services) {
        static Item of(Forecast forecast) {
            return new Item(
                    forecast.year(),
                    forecast.organisation().orElse(null),
                    forecast.expectedAsIn().orElse(null),
                    forecast.months(),
                    forecast.total(),
                    forecast.expectedUse(),
                    forecast.budget(),
                    forecast.left(),
                    forecast.lines().stream().map(Line::of).toList());
        }
    }

    /** A service of the year. */
    public record Line(
            ServiceCode service,
            LocalizedText serviceName,
            String category,
            List<Money> months,
            Money total,
            Money expectedUse,
            Money adopted,
            Money proposed,
            Money left) {
        static Line of(ForecastLine line) {
            return new Line(
                    line.service(),
                    line.serviceName(),
                    line.category(),
                    line.months(),
                    line.total(),
                    line.expectedUse(),
                    line.adopted().orElse(null),
                    line.proposed().orElse(null),
                    line.left().orElse(null));
        }
    }

    /** January to December, by service; for one agency or all that the caller may see. */
    @GET
    @Path("{year}")
    public Item year(
            @PathParam("year") int year,
            @QueryParam("organisation") Optional<OrgNumber> organisation,
            @QueryParam("category") Optional<String> category) {
        return Item.of(desk.forecast(year, organisation, category));
    }
}
