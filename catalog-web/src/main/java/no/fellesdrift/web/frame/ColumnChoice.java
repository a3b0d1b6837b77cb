package no.fellesdrift.web.frame;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.ColumnDesk;

/** Remembers which columns of a list the reader ticked, and leads back to the list. */
@WebServlet("/columns")
public class ColumnChoice extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ColumnDesk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String back = String.valueOf(request.getParameter("back"));
        String list = String.valueOf(request.getParameter("list"));
        Set<String> hidden = new LinkedHashSet<>();
        if (request.getParameter("all") == null) {
            hidden.addAll(values(request, "of"));
            hidden.removeAll(values(request, "column"));
        }
        // back to a page of ours: a path with one slash in front, and no other server's name
        if (!back.matches("/[A-Za-z0-9][^\\\\\\r\\n]*") && !back.equals("/")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            desk.hide(list, hidden);
        } catch (Rejection nonsense) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        } catch (EJBAccessException | AccessLocalException signedOut) {
            // the session has ended: the page asks to sign in, and leads to the list
            response.sendRedirect(back);
            return;
        }
        response.sendRedirect(back);
    }

    private static Set<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(values));
    }
}
