package no.fellesdrift.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.AgreementFilter;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.AgreementState;
import no.fellesdrift.agreement.AgreementType;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Json;
import no.fellesdrift.web.api.Languages;
import no.fellesdrift.web.api.Paging;

/** Agreements the caller may see. */
@Path("agreements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AgreementResource {

    @Inject
    AgreementDesk desk;

    /** The newest version of each. */
    @GET
    public Paged<AgreementItem> list(
            @QueryParam("q") Optional<String> text,
            @QueryParam("organisation") Optional<OrgNumber> agency,
            @QueryParam("state") Optional<AgreementState> state,
            @QueryParam("type") Optional<AgreementType> type,
            @BeanParam Paging paging) {
        return desk.agreementsWithLines(
                        new AgreementFilter(text.orElse(""), agency, state, type),
                        paging.request(
                                "number",
                                "title",
                                "organisation",
                                "type",
                                "state",
                                "validFrom",
                                "validTo",
                                "revisionDue"))
                .map(AgreementItem::of);
    }

    /** The version in force today, or the newest when none is. */
    @GET
    @Path("{number}")
    public Response one(@PathParam("number") AgreementNumber number, @HeaderParam("Accept-Language") String language) {
        AgreementItem item = AgreementItem.of(desk.agreement(number));
        // Lines change without the agreement's own row changing: the tag is of what is answered.
        return Answers.one(item, Json.text(item, Languages.of(language)).hashCode() & Integer.MAX_VALUE);
    }
}
