package no.fellesdrift.exchange;

/** What can be wrong with a file or a field. The sentence stands in the text bundles under {@link #key()}. */
public enum FaultKind {
    UNKNOWN_FILE,
    NOTHING_TO_IMPORT,
    ENCODING,
    HEADER_MISSING,
    COLUMN_MISSING,
    COLUMN_UNKNOWN,
    COLUMN_TWICE,
    FIELD_COUNT,
    CSV_SYNTAX,
    JSON_SYNTAX,
    JSON_TYPE,
    REQUIRED,
    MUST_BE_EMPTY,
    DATE,
    INSTANT,
    WHOLE_SECONDS,
    NUMBER,
    DECIMALS,
    TOO_BIG,
    NEGATIVE,
    YES_OR_NO,
    CHOICE,
    ORG_NUMBER,
    PERIOD,
    CODE,
    TOO_LONG,
    UNKNOWN_REFERENCE,
    DUPLICATE,
    EXISTS,
    END_NOT_AFTER_START,
    OVERLAP,
    GAP,
    NOT_THE_SAME,
    ROW_NUMBER,
    TIERS_FROM_ZERO,
    TIERS_NOT_CONTIGUOUS,
    TIERS_MISSING,
    TIERS_NOT_EXPECTED,
    ONE_ACCOUNTABLE,
    SUM_100,
    CIRCLE,
    NEVER_OPEN,
    TIME_OF_DAY,
    ORDER_OF_STEPS,
    MANY_PROVIDERS;

    public String key() {
        return "exchange.fault." + name();
    }
}
