package no.fellesdrift.web.allocation;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import no.fellesdrift.allocation.AllocationDesk;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.ListDownload;

/** The run of the page as a file. */
@WebServlet({"/download/allocation.csv", "/download/allocation.xlsx"})
public class AllocationDownload extends ListDownload<AllocationFile.Row> {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AllocationDesk desk;

    @Override
    protected Download<AllocationFile.Row> file() {
        return AllocationFile.FILE;
    }

    /** The number, which is nothing but letters, digits and dashes when there is such a run. */
    @Override
    protected String name(HttpServletRequest request) {
        return number(request).replaceAll("[^A-Za-z0-9-]", "_");
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<AllocationFile.Row> each) {
        AllocationFile.rows(desk.run(number(request))).accept(each);
    }

    private static String number(HttpServletRequest request) {
        return String.valueOf(request.getParameter("number"));
    }
}
