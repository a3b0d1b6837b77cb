package no.fellesdrift.web.sla.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import no.fellesdrift.sla.ExplanationView;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.sla.report.ReportView;

/** Service reports as PDF, with the working of each level that was not met. */
@RequestScoped
class ReportPdfs {

    @Inject
    LevelDesk levels;

    /** Nothing is written before the document is whole. */
    void write(ReportView report, String language, OutputStream out) throws IOException {
        List<ExplanationView> annex = report.lines().stream()
                .filter(line -> line.result().status() == ResultStatus.BREACHED)
                .map(line -> levels.explanation(line.result().id()))
                .toList();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ReportPdf.write(ReportDocument.of(report, annex, language), whole);
        whole.writeTo(out);
    }
}
