package no.fellesdrift.web.notify;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.notify.MailDesk;
import no.fellesdrift.notify.MailLine;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** The outbox as a file, without what the mails say. */
@WebServlet({"/download/mails.csv", "/download/mails.xlsx"})
public class MailDownload extends ListDownload<MailLine> {

    private static final long serialVersionUID = 1L;

    private static final Download<MailLine> FILE = new Download<>(
            "mails",
            List.of(
                    new Column<>("id", MailLine::id),
                    new Column<>("kind", MailLine::kind),
                    new Column<>("recipient", MailLine::recipient),
                    new Column<>("address", MailLine::address),
                    new Column<>("language", MailLine::language),
                    new Column<>("subject", MailLine::subject),
                    new Column<>("state", MailLine::state),
                    new Column<>("writtenAt", MailLine::writtenAt),
                    new Column<>("dueAt", MailLine::dueAt),
                    new Column<>("attempts", MailLine::attempts),
                    new Column<>("sentAt", MailLine::sentAt),
                    new Column<>("problem", MailLine::problem)));

    @Inject
    transient MailDesk desk;

    @Override
    protected Download<MailLine> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "epost";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<MailLine> each) {
        desk.forEach(MailPage.filter(new Asked(request::getParameter)), sort(request), each);
    }
}
