package no.fellesdrift.web.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import no.fellesdrift.exchange.DataFiles;
import no.fellesdrift.exchange.ImportDesk;
import no.fellesdrift.exchange.ImportReport;
import no.fellesdrift.web.api.BodyLimit;
import no.fellesdrift.web.api.Languages;
import no.fellesdrift.web.frame.TextBundles;

/** Brings in whole data sets. */
@Path("imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    @Inject
    ImportDesk desk;

    /**
     * What became of a data set.
     *
     * @param stored false when it was only checked
     * @param faults the first 500, by file and line
     * @param moreFaults how many there are beyond those
     */
    public record ImportAnswer(
            String fingerprint,
            boolean stored,
            List<ImportReport.FileCount> files,
            List<FaultLine> faults,
            int moreFaults) {}

    /**
     * @param line from 1; 0 when the whole file is meant
     * @param column of a JSON file the path
     */
    public record FaultLine(String file, long line, String column, String code, String message) {}

    /**
     * Takes the zip of a data set. With {@code check=true} nothing is stored and the faults are in the answer; without
     * it a faulty set is refused, 422, with the same faults as violations.
     */
    @POST
    @Consumes({"application/zip", "application/x-zip-compressed", MediaType.APPLICATION_OCTET_STREAM})
    @BodyLimit(DataFiles.LIMIT)
    public ImportAnswer take(
            InputStream zip,
            @QueryParam("check") boolean check,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language)
            throws IOException {
        desk.mayImport();
        DataFiles files = DataFiles.ofZip(zip);
        return answer(check ? desk.check(files) : desk.importDataSet(files), Languages.of(language));
    }

    private static ImportAnswer answer(ImportReport report, String language) {
        return new ImportAnswer(
                report.fingerprint(),
                report.stored(),
                report.files(),
                report.faults().stream()
                        .map(fault -> new FaultLine(
                                fault.file(),
                                fault.line(),
                                fault.column(),
                                fault.key(),
                                TextBundles.text(
                                        language, fault.key(), fault.arguments().toArray())))
                        .toList(),
                report.moreFaults());
    }
}
