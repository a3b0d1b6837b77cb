package no.fellesdrift.web.party;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.ApiKeyView;
import no.fellesdrift.party.KeyDesk;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** The keys as a file; the secrets are in none. */
@WebServlet({"/download/keys.csv", "/download/keys.xlsx"})
public class KeyDownload extends ListDownload<ApiKeyView> {

    private static final long serialVersionUID = 1L;

    private static final Download<ApiKeyView> FILE = new Download<>(
            "keys",
            List.of(
                    new Column<>("id", ApiKeyView::id),
                    new Column<>("name", ApiKeyView::name),
                    new Column<>("organisation", ApiKeyView::organisation),
                    new Column<>("organisationName", ApiKeyView::organisationName),
                    new Column<>("person", ApiKeyView::person),
                    new Column<>(
                            "roles",
                            key -> key.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" "))),
                    new Column<>("scopes", key -> key.scopes().stream().sorted().collect(Collectors.joining(" "))),
                    new Column<>("state", ApiKeyView::state),
                    new Column<>("createdAt", ApiKeyView::createdAt),
                    new Column<>("createdBy", ApiKeyView::createdBy),
                    new Column<>("expiresAt", ApiKeyView::expiresAt),
                    new Column<>("revokedAt", ApiKeyView::revokedAt),
                    new Column<>("lastUsedAt", ApiKeyView::lastUsedAt)));

    @Inject
    transient KeyDesk desk;

    @Override
    protected Download<ApiKeyView> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "nokler";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<ApiKeyView> each) {
        desk.forEach(KeysPage.filter(new Asked(request::getParameter)), sort(request), each);
    }
}
