package no.fellesdrift.web.api;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.web.frame.RejectionHandler;
import no.fellesdrift.web.frame.Texts;

/**
 * A list of a page as a file: all that the page's filters let through, with the page's own address of filters, for
 * whom the list is for. A row is written as the database hands it out, so that the list may be of any length.
 */
public abstract class ListDownload<T> extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Texts texts;

    /** How the rows are written. */
    protected abstract Download<T> file();

    /** The file's name without its ending. */
    protected abstract String name(HttpServletRequest request);

    /**
     * Hands out each row of the list as the address narrows it, mostly a desk's {@code forEach}. A refusal comes before
     * the first row.
     */
    protected abstract void rows(HttpServletRequest request, Consumer<T> each);

    /** The order the page's address asks for, as in a {@code PageRequest}; empty for the list's own. */
    protected static List<String> sort(HttpServletRequest request) {
        String sort = request.getParameter("sort");
        return sort == null || sort.isBlank() ? List.of() : List.of(sort);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            file().send(name(request), request, response, each -> rows(request, each));
        } catch (Rejection refused) {
            // as a page that cannot be opened: its status, its page and the sentence on it
            if (!response.isCommitted()) {
                request.setAttribute(RejectionHandler.REFUSAL, texts.of(refused));
            }
            refuse(response, RejectionHandler.status(refused), refused);
        } catch (EJBAccessException | AccessLocalException notTheirRole) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, notTheirRole);
        }
    }

    private static void refuse(HttpServletResponse response, int status, RuntimeException refusal) throws IOException {
        if (response.isCommitted()) {
            // half a list must not look like a whole one: the server breaks the answer off
            throw refusal;
        }
        response.sendError(status);
    }
}
