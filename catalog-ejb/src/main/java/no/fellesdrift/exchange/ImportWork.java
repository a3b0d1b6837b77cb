package no.fellesdrift.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import no.fellesdrift.job.JobKind;
import no.fellesdrift.job.Work;

/** A whole data set, row by row. All or nothing: broken off, nothing of it is stored, and it can be begun again. */
@Dependent
class ImportWork implements Work {

    @Inject
    ImportDesk desk;

    @Override
    public JobKind kind() {
        return JobKind.IMPORT;
    }

    @Override
    public List<String> run(Task task) {
        try (InputStream zip = task.input().get()) {
            ImportReport report = desk.importDataSet(DataFiles.ofZip(zip), task.progress());
            return List.of(
                    String.valueOf(report.totalRows()),
                    String.valueOf(report.files().size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
