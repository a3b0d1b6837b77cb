package no.fellesdrift.web.exchange;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import no.fellesdrift.exchange.DataFiles;
import no.fellesdrift.exchange.DataSetFile;
import no.fellesdrift.exchange.ExchangeReason;
import no.fellesdrift.exchange.ImportDesk;
import no.fellesdrift.exchange.ImportReport;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.web.frame.Messages;
import no.fellesdrift.web.frame.Texts;

/** Brings in a whole data set in two steps: look at it first, then import exactly what was looked at. */
@Named
@ViewScoped
public class ImportPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ImportDesk desk;

    @Inject
    Messages messages;

    @Inject
    Texts t;

    private transient Part file;
    private transient List<DataSetFile> files;
    private transient ImportReport report;

    /** What was checked, so that the same is imported. */
    private byte[] checked;

    private String fileName;

    /** A fault as it is read. */
    public record Line(String file, long line, String column, String text) {}

    public void open() {
        files = desk.files();
    }

    public void check() throws IOException {
        checked = null;
        if (file == null || file.getSize() == 0) {
            messages.wrong("form:file", ExchangeReason.NO_FILE.key());
            return;
        }
        fileName = file.getSubmittedFileName();
        byte[] zip = read(file);
        report = desk.check(DataFiles.ofZip(new ByteArrayInputStream(zip)));
        if (report.isSound()) {
            checked = zip;
        }
    }

    public String importAll() {
        if (checked == null) {
            throw new Rejection(ExchangeReason.CHECK_EXPIRED);
        }
        desk.importLater(fileName, checked);
        return "/jobs/index.xhtml?faces-redirect=true";
    }

    private static byte[] read(Part part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(DataFiles.LIMIT + 1);
            if (bytes.length > DataFiles.LIMIT) {
                throw new Rejection(ExchangeReason.TOO_LARGE, DataFiles.LIMIT_MEGABYTES);
            }
            return bytes;
        }
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    /** Of the file that was checked. */
    public String getFileName() {
        return fileName;
    }

    public List<DataSetFile> getFiles() {
        if (files == null) {
            open();
        }
        return files;
    }

    public ImportReport getReport() {
        return report;
    }

    public boolean isReady() {
        return checked != null;
    }

    public int getFaultCount() {
        return report == null ? 0 : report.faults().size() + report.moreFaults();
    }

    public List<Line> getFaults() {
        return report == null
                ? List.of()
                : report.faults().stream()
                        .map(fault -> new Line(
                                fault.file(),
                                fault.line(),
                                fault.column(),
                                t.of(fault.key(), fault.arguments().toArray())))
                        .toList();
    }
}
