package no.fellesdrift.web.sla.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A document as PDF/A-2a and PDF/UA-1: tagged, its letters embedded, its colours defined, so that it is read aloud and
 * kept for long. The library is loaded with the first document, not when the server starts.
 */
final class ReportPdf {

    private static final String FAMILY = "Inter";
    private static final String MORE_LETTERS = "Inter Extended";
    private static final int REGULAR = 400;
    private static final int BOLD = 600;

    private ReportPdf() {}

    /** @param xhtml with its style in it; fetches nothing */
    static void write(String xhtml, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Fellesdrift");
        builder.useUriResolver((base, address) -> null);
        font(builder, FAMILY, "inter-latin-400-normal.woff", REGULAR);
        font(builder, FAMILY, "inter-latin-600-normal.woff", BOLD);
        font(builder, MORE_LETTERS, "inter-latin-ext-400-normal.woff", REGULAR);
        font(builder, MORE_LETTERS, "inter-latin-ext-600-normal.woff", BOLD);
        builder.withHtmlContent(xhtml, null);
        builder.toStream(out);
        builder.run();
    }

    private static void font(PdfRendererBuilder builder, String family, String file, int weight) throws IOException {
        byte[] letters = letters(file);
        builder.useFont(() -> new ByteArrayInputStream(letters), family, weight, FontStyle.NORMAL, true);
    }

    private static byte[] letters(String file) throws IOException {
        try (InputStream in = ReportPdf.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IOException("The build has left out the letters " + file);
            }
            return Woff.sfnt(in.readAllBytes());
        }
    }
}
