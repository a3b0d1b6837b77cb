package no.fellesdrift.web.order;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderDraft;

/** A file that was sent with an order, for those who may see the order; always saved, never shown in our own name. */
@WebServlet("/download/order-file")
public class OrderFileDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String position = request.getParameter("line");
        String number = request.getParameter("number");
        String question = request.getParameter("question");
        if (number == null || question == null || position == null || !position.matches("[0-9]{1,4}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        OrderDraft.FileDraft file;
        try {
            file = desk.file(OrderNumber.of(number), Integer.parseInt(position), question);
        } catch (Rejection notTheirs) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(file.mediaType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + file.name().replaceAll("[^\\w. -]", "_") + "\"");
        response.getOutputStream().write(file.content());
    }
}
