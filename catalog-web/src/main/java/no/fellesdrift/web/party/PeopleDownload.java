package no.fellesdrift.web.party;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.party.PersonView;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;

/** People and their roles as a file. */
@WebServlet({"/download/people.csv", "/download/people.xlsx"})
public class PeopleDownload extends ListDownload<PersonView> {

    private static final long serialVersionUID = 1L;

    private static final Download<PersonView> FILE = new Download<>(
            "people",
            List.of(
                    new Column<>("id", PersonView::id),
                    new Column<>("name", PersonView::name),
                    new Column<>("email", PersonView::email),
                    new Column<>("organisation", PersonView::organisation),
                    new Column<>("organisationName", PersonView::organisationName),
                    new Column<>(
                            "roles",
                            person -> person.roles().stream().map(Role::name).collect(Collectors.joining(" "))),
                    new Column<>("language", PersonView::language),
                    new Column<>("validFrom", PersonView::validFrom),
                    new Column<>("validTo", PersonView::validTo),
                    new Column<>("valid", PersonView::valid),
                    new Column<>("password", PersonView::password)));

    @Inject
    transient PartyDesk desk;

    @Override
    protected Download<PersonView> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "personer";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<PersonView> each) {
        desk.forEach(PeoplePage.filter(request::getParameter), sort(request), each);
    }
}
