package no.fellesdrift.web.sla.report;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.report.ReportDesk;
import no.fellesdrift.sla.report.ReportView;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.Json;
import no.fellesdrift.web.frame.Texts;

/** One service report as a file: as the API gives it, its lines as a workbook, or as a tagged PDF/A in a language. */
@WebServlet({"/download/report.json", "/download/report.xlsx", "/download/report.pdf"})
public class ReportDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Set<String> LANGUAGES = Set.of("nb", "nn", "en");

    private static final Download<ReportItem.Line> FILE = new Download<>(
            "report",
            List.of(
                    new Column<>("line", ReportItem.Line::line),
                    new Column<>("level", ReportItem.Line::level),
                    new Column<>("result", line -> line.result().id()),
                    new Column<>("service", line -> line.result().service()),
                    new Column<>("offering", line -> line.result().offering()),
                    new Column<>("measure", line -> line.result().measure()),
                    new Column<>("priority", line -> line.result().priority()),
                    new Column<>("status", line -> line.result().status()),
                    new Column<>("numerator", line -> line.result().numerator()),
                    new Column<>("denominator", line -> line.result().denominator()),
                    new Column<>("percent", line -> line.result().percent()),
                    new Column<>("targetPercent", line -> line.result().targetPercent()),
                    new Column<>("agreedSeconds", line -> line.result().agreedSeconds()),
                    new Column<>("maintenanceSeconds", line -> line.result().maintenanceSeconds()),
                    new Column<>("excludedSeconds", line -> line.result().excludedSeconds()),
                    new Column<>("downtimeSeconds", line -> line.result().downtimeSeconds()),
                    new Column<>("unknownSeconds", line -> line.result().unknownSeconds()),
                    new Column<>(
                            "before",
                            line -> line.before() == null ? null : line.before().id()),
                    new Column<>(
                            "beforePercent",
                            line -> line.before() == null ? null : line.before().percent()),
                    new Column<>("remark", ReportItem.Line::remark),
                    new Column<>("answer", ReportItem.Line::answer),
                    new Column<>("answeredBy", ReportItem.Line::answeredBy),
                    new Column<>("answeredAt", ReportItem.Line::answeredAt),
                    new Column<>("objection", ReportItem.Line::objection),
                    new Column<>("evidence", ReportItem.Line::evidence),
                    new Column<>("outcome", ReportItem.Line::outcome),
                    new Column<>("settledAt", ReportItem.Line::settledAt)));

    @Inject
    transient ReportDesk desk;

    @Inject
    transient ReportPdfs pdfs;

    @Inject
    transient Texts t;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ReportView report;
        try {
            report = desk.report(String.valueOf(request.getParameter("number")));
        } catch (Rejection notTheirs) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (EJBAccessException | AccessLocalException notTheirRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        ReportItem item = ReportItem.of(report);
        if (request.getServletPath().endsWith(".xlsx")) {
            FILE.send(item.number(), request, response, each -> item.lines().forEach(each));
        } else if (request.getServletPath().endsWith(".pdf")) {
            String language = asked(request);
            response.setContentType("application/pdf");
            named(response, item.number() + "-" + language + ".pdf");
            pdfs.write(desk.report(item.number(), language), language, response.getOutputStream());
        } else {
            response.setContentType("application/json;charset=utf-8");
            named(response, item.number() + ".json");
            response.getOutputStream().write(Json.text(item, t.language()).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The language that is asked for, or the reader's. */
    private String asked(HttpServletRequest request) {
        String language = request.getParameter("language");
        return language != null && LANGUAGES.contains(language) ? language : t.language();
    }

    private static void named(HttpServletResponse response, String name) {
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
