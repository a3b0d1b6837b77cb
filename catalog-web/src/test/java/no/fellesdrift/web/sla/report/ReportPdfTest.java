package no.fellesdrift.web.sla.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.report.ReportIssueDesk;
import no.fellesdrift.sla.report.ReportView;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** A report as a document that can be read aloud and kept for long, in three languages. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class ReportPdfTest {

    private static final Map<String, byte[]> DOCUMENTS = new HashMap<>();

    @BeforeAll
    static void riksantikvaren_in_september() throws Exception {
        try (Database database = DemoData.fresh()) {
            database.transaction(em -> {
                Wiring wiring = Wiring.over(em)
                        .with(CurrentCaller.class, CurrentCaller.of(Callers.SERVICE_LEVEL_MANAGER))
                        .with(Clock.class, Clock.fixed(Instant.parse("2026-11-05T08:00:00Z"), ZoneOffset.UTC))
                        .with(OfficeDays.class, "no.fellesdrift.sla.OfficeCalendars");
                ReportIssueDesk desk = wiring.get(ReportIssueDesk.class);
                desk.generate(YearMonth.of(2026, 9), Callers.RA);
                ReportView report = desk.remark(
                        "RAP-2026-09-RA", null, "Linjen til Ålesund var ustabil. Čáppa & <fint>.\nVi bytter den.");
                ReportPdfs pdfs = new ReportPdfs();
                pdfs.levels = wiring.get(LevelDesk.class);
                for (String language : List.of("nb", "nn", "en")) {
                    try {
                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                        pdfs.write(report, language, out);
                        DOCUMENTS.put(language, out.toByteArray());
                        String kept = System.getProperty("fellesdrift.documents");
                        if (kept != null) {
                            Files.write(Path.of(kept, "report-" + language + ".pdf"), out.toByteArray());
                        }
                    } catch (java.io.IOException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
        }
    }

    @Test
    void it_says_its_language_its_title_and_what_it_is_made_of() throws Exception {
        for (Map.Entry<String, byte[]> document : DOCUMENTS.entrySet()) {
            try (PDDocument pdf = Loader.loadPDF(document.getValue())) {
                assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(document.getKey());
                assertThat(pdf.getDocumentInformation().getTitle()).startsWith("RAP-2026-09-RA ");
                assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                        .isNotEmpty();
                assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
                assertThat(pdf.getDocumentCatalog().getOutputIntents()).hasSize(1);
            }
        }
        assertThat(DOCUMENTS).hasSize(3);
    }

    @Test
    void it_holds_the_figures_and_the_working_of_what_was_not_met() throws Exception {
        String text = text("nb");
        assertThat(text)
                .contains("Tjenesterapport for september 2026", "Riksantikvaren")
                .contains("Čáppa & <fint>.")
                .contains("Vedlegg: hvorfor nivåene ikke ble nådd", "Avtalt tjenestetid dag for dag")
                .contains("2 592 000 avtalte sekunder"
                        .replace(' ', '\u00a0')
                        .replace("\u00a0avtalte\u00a0", " avtalte "));
        assertThat(text("nn")).contains("Tenesterapport for september 2026");
        assertThat(text("en")).contains("Service report for September 2026");
    }

    @Test
    void vera_pdf_finds_it_pdf_a_2a_and_pdf_ua_1() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            for (byte[] document : DOCUMENTS.values()) {
                try (PDFAParser parser =
                                Foundries.defaultInstance().createParser(new ByteArrayInputStream(document), flavour);
                        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    ValidationResult result = validator.validate(parser);
                    assertThat(result.getTestAssertions())
                            .as(flavour.getId())
                            .extracting(fault -> fault.getRuleId().getClause() + " " + fault.getMessage())
                            .isEmpty();
                    assertThat(result.isCompliant()).isTrue();
                }
            }
        }
    }

    private static String text(String language) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(DOCUMENTS.get(language))) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
