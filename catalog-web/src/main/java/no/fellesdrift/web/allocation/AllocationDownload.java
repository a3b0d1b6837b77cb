package no.fellesdrift.web.allocation;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.fellesdrift.allocation.AllocationDesk;
import no.fellesdrift.allocation.AllocationView;
import no.fellesdrift.kernel.Rejection;

/** The run of the page as a file. */
@WebServlet({"/download/allocation.csv", "/download/allocation.xlsx"})
public class AllocationDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AllocationDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AllocationView run;
        try {
            run = desk.run(String.valueOf(request.getParameter("number")));
        } catch (Rejection unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        AllocationFile.FILE.send(run.number(), request, response, AllocationFile.rows(run));
    }
}
