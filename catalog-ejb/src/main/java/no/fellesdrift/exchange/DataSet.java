package no.fellesdrift.exchange;

import java.util.List;
import java.util.Set;

/**
 * The files of a data set, in the order in which they are stored: a file comes after those it refers to. The four lists
 * of descriptions are the whole format; docs/importing.md says the same in words.
 */
final class DataSet {

    static final List<FileDescription> FILES = List.of(
            CatalogueFiles.ORGANISATIONS,
            CatalogueFiles.SUPPLIERS,
            CatalogueFiles.PEOPLE,
            CatalogueFiles.CATEGORIES,
            CatalogueFiles.SERVICES,
            CatalogueFiles.SERVICE_DEPENDENCIES,
            CatalogueFiles.NSM_COVERAGE,
            CatalogueFiles.SERVICE_LEVEL_PACKAGES,
            CatalogueFiles.OFFERINGS,
            CatalogueFiles.ORDER_FORMS,
            CatalogueFiles.PRICES,
            CatalogueFiles.PRICE_TIERS,
            AgreementFiles.AGREEMENTS,
            AgreementFiles.AGREEMENT_LINES,
            AgreementFiles.NEGOTIATED_PRICES,
            AgreementFiles.RESPONSIBILITIES,
            AgreementFiles.SECURITY_OBJECTIVES,
            AgreementFiles.UNDERPINNING_CONTRACTS,
            AgreementFiles.BUDGETS,
            AgreementFiles.ORDERS,
            LevelFiles.CALENDARS,
            LevelFiles.CREDIT_SCHEMES,
            LevelFiles.CREDIT_TIERS,
            LevelFiles.SERVICE_LEVELS,
            LevelFiles.OUTAGES,
            LevelFiles.MAINTENANCE,
            LevelFiles.UNKNOWN,
            LevelFiles.EXCLUSIONS,
            LevelFiles.TICKETS,
            LevelFiles.TICKET_PAUSES,
            LevelFiles.TICKET_PRIORITY_CHANGES,
            LevelFiles.TICKET_REOPENINGS,
            LevelFiles.CREDIT_DECISIONS,
            FinanceFiles.BILLING_PERIODS,
            FinanceFiles.USAGE,
            FinanceFiles.ALLOCATION_KEYS,
            FinanceFiles.COST_POOLS,
            FinanceFiles.ALLOCATION_KEY_TARGETS,
            FinanceFiles.ALLOCATION_KEY_PARTS,
            FinanceFiles.DRIVERS,
            FinanceFiles.LEDGER,
            FinanceFiles.SETTINGS);

    private DataSet() {}

    static Object source(Row row) {
        return row.has("source") ? row.text("source") : "import";
    }

    static boolean isUsage(Row row) {
        return row.has("kind") && row.text("kind").startsWith("USAGE_");
    }

    static boolean isTiered(Row row) {
        return Set.of("USAGE_GRADUATED", "USAGE_VOLUME").contains(String.valueOf(row.get("kind")));
    }
}
