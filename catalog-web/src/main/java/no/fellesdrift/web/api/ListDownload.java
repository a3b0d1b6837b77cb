package no.fellesdrift.web.api;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;

/**
 * A list of a page as a file: all that the page's filters let through, with the page's own address of filters, for
 * whom the list is for. It is read page by page and written as it comes, so that the list may be of any length.
 */
public abstract class ListDownload<T> extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** What the list's desk answers, and how it is written. */
    protected abstract Download<T> file();

    /** The file's name without its ending. */
    protected abstract String name(HttpServletRequest request);

    /** The list as the address narrows it. */
    protected abstract Function<PageRequest, Paged<T>> list(HttpServletRequest request);

    /** Fields of {@link PageRequest} in which the list is written; its own order unless told otherwise. */
    protected List<String> sort(HttpServletRequest request) {
        return List.of();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> sort = sort(request);
        Function<PageRequest, Paged<T>> list;
        Paged<T> first;
        try {
            list = list(request);
            // refused before the first byte, not after
            first = list.apply(new PageRequest(0, PageRequest.MAX_SIZE, sort));
        } catch (Rejection notTheirs) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (EJBAccessException | AccessLocalException notTheirRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        file().send(name(request), request, response, rows(list, first, sort));
    }

    /** The rows of the first page and of all that follow, one page in hand at a time. */
    static <T> Consumer<Consumer<T>> rows(Function<PageRequest, Paged<T>> list, Paged<T> first, List<String> sort) {
        return each -> {
            first.items().forEach(each);
            for (int number = 1; number < first.pages(); number++) {
                list.apply(new PageRequest(number, first.size(), sort)).items().forEach(each);
            }
        };
    }
}
