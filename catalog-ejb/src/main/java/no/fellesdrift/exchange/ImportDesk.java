package no.fellesdrift.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import no.fellesdrift.job.JobKind;
import no.fellesdrift.job.JobView;
import no.fellesdrift.job.Queue;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.order.FulfilmentDesk;

/** Brings in a whole data set: another sector's catalogue, agreements and month, or the demo's. */
@Stateless
public class ImportDesk {

    @Inject
    DataSets dataSets;

    @Inject
    FulfilmentDesk orders;

    @Inject
    Queue jobs;

    @Inject
    Event<Happened> happened;

    /** The files that a data set may have, in the order in which they are stored. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public List<DataSetFile> files() {
        return DataSet.FILES.stream().map(DataSetFile::of).toList();
    }

    /** Refuses whoever may not import, before anything large is read. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void mayImport() {
        // the roles are the answer
    }

    /** What the set holds and what is wrong with it; nothing is stored. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public ImportReport check(DataFiles files) {
        return dataSets.check(files);
    }

    /**
     * Stores the set, all of it or nothing.
     *
     * @throws Rejection FAULTY_DATA_SET, with a violation for each fault: path {@code file:line:column}
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public ImportReport importDataSet(DataFiles files) {
        return importDataSet(files, Progress.NONE);
    }

    /**
     * Stores the set in the background: the job list shows how far it is and how it ended.
     *
     * @param name of the file, as the job list shows it
     * @param zip the set as it was handed in
     * @throws Rejection UNDER_WAY when a file of that name is being imported
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public JobView importLater(String name, byte[] zip) {
        return jobs.add(JobKind.IMPORT, name, new ByteArrayInputStream(zip));
    }

    /** As {@link #importDataSet(DataFiles)}, telling how many rows are stored. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public ImportReport importDataSet(DataFiles files, Progress progress) {
        ImportReport report = dataSets.load(files, progress);
        if (!report.isSound()) {
            throw new Rejection(
                    ExchangeReason.FAULTY_DATA_SET,
                    violations(report),
                    report.faults().size() + report.moreFaults());
        }
        orders.promiseImported();
        happened.fire(new Happened(
                "exchange.import",
                "DataSet",
                report.fingerprint().substring(0, 12),
                null,
                null,
                String.valueOf(report.totalRows()),
                null));
        return report;
    }

    private static List<Violation> violations(ImportReport report) {
        return report.faults().stream()
                .map(fault -> new Violation(fault.path(), fault.key(), fault.arguments()))
                .toList();
    }
}
