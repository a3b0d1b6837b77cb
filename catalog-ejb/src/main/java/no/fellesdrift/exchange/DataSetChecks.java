package no.fellesdrift.exchange;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of single files, and those that hold between files. */
final class DataSetChecks {

    private DataSetChecks() {}

    /** Tiers of a price begin at 0, follow each other, and the last is open. */
    static void tiersContiguous(List<Row> rows, Faults faults) {
        for (List<Row> tiers : Checks.grouped(rows, row -> row.text("price_id")).values()) {
            tiers.sort(Comparator.comparing(row -> row.number("from_quantity")));
            BigDecimal expected = BigDecimal.ZERO;
            for (int i = 0; i < tiers.size(); i++) {
                Row tier = tiers.get(i);
                if (expected == null || tier.number("from_quantity").compareTo(expected) != 0) {
                    FaultKind kind = i == 0 ? FaultKind.TIERS_FROM_ZERO : FaultKind.TIERS_NOT_CONTIGUOUS;
                    faults.add(
                            tier,
                            "from_quantity",
                            kind,
                            tier.number("from_quantity"),
                            expected == null ? "" : expected);
                }
                expected = tier.number("to_quantity");
                if (expected != null && expected.compareTo(tier.number("from_quantity")) <= 0) {
                    faults.add(
                            tier, "to_quantity", FaultKind.END_NOT_AFTER_START, expected, tier.number("from_quantity"));
                }
            }
            if (expected != null) {
                faults.add(tiers.get(tiers.size() - 1), "to_quantity", FaultKind.MUST_BE_EMPTY);
            }
        }
    }

    /** The rows of an agreement line are numbered 1, 2, 3 in order of time. */
    static void rowsNumbered(List<Row> rows, Faults faults) {
        for (List<Row> line : Checks.grouped(rows, row -> row.text("line")).values()) {
            line.sort(Comparator.comparing(row -> row.date("valid_from")));
            for (int i = 0; i < line.size(); i++) {
                if (line.get(i).integer("row") != i + 1) {
                    faults.add(line.get(i), "row", FaultKind.ROW_NUMBER, i + 1);
                }
            }
        }
    }

    static void negotiatedValue(Row row, Faults faults) {
        if (!row.sound()) {
            return;
        }
        BigDecimal value = row.number("value");
        if ("FIXED".equals(row.get("kind"))) {
            if (value.signum() < 0) {
                faults.add(row, "value", FaultKind.NEGATIVE, value);
            } else if (value.stripTrailingZeros().scale() > 4) {
                faults.add(row, "value", FaultKind.DECIMALS, value, 4);
            }
        } else if (value.compareTo(BigDecimal.valueOf(-100)) < 0) {
            faults.add(row, "value", FaultKind.TOO_BIG, value);
        }
    }

    /** Exactly one party is accountable for a task. */
    static void oneAccountable(Row row, Faults faults) {
        if (!row.sound()) {
            return;
        }
        long accountable = (row.text("provider") + row.text("customer") + row.text("upstream"))
                .chars()
                .filter(letter -> letter == 'A')
                .count();
        if (accountable != 1) {
            faults.add(row, "provider", FaultKind.ONE_ACCOUNTABLE, accountable);
        }
    }

    /** An order has the instants of the steps that its state has behind it. */
    static void stepsOfState(Row row, Faults faults) {
        if (!row.sound()) {
            return;
        }
        List<String> needed = switch (row.text("state")) {
            case "APPROVED" -> List.of("approved_at", "approved_by");
            case "REJECTED" -> List.of("rejected_at");
            case "CANCELLED" -> List.of("cancelled_at");
            case "RECEIVED" -> List.of("approved_at", "approved_by", "received_at");
            case "ROUTED" -> List.of("approved_at", "approved_by", "received_at", "route");
            case "PLACED_UPSTREAM" ->
                List.of("approved_at", "approved_by", "received_at", "route", "upstream_placed_at");
            case "CONFIRMED_UPSTREAM" ->
                List.of(
                        "approved_at",
                        "approved_by",
                        "received_at",
                        "route",
                        "upstream_placed_at",
                        "upstream_confirmed_at");
            case "DELIVERED" -> List.of("approved_at", "approved_by", "received_at", "route", "delivered_at", "line");
            case "ACCEPTED" ->
                List.of("approved_at", "approved_by", "received_at", "route", "delivered_at", "accepted_at", "line");
            default -> List.of();
        };
        for (String column : needed) {
            if (!row.has(column)) {
                faults.add(row, column, FaultKind.REQUIRED);
            }
        }
        if (row.has("upstream_placed_at") && !"UPSTREAM".equals(row.get("route"))) {
            faults.add(row, "upstream_placed_at", FaultKind.MUST_BE_EMPTY);
        }
    }

    /** What leaves the base as maintenance leaves it as exclusion, too. */
    static void maintenanceAndExclusionsAlike(Row row, Faults faults) {
        if (row.has("maintenance")
                && row.has("exclusions")
                && !row.get("maintenance").equals(row.get("exclusions"))) {
            faults.add(row, "exclusions", FaultKind.NOT_THE_SAME, row.get("maintenance"), row.line());
        }
    }

    /** What can be seen only with all files side by side. */
    static void acrossFiles(Map<FileDescription, List<Row>> set, Faults faults) {
        pricesAndTiers(set, faults);
        lineOfItsAgreement(set, faults);
        oneProvider(set, faults);
        keys(set, faults);
        targets(set.getOrDefault(FinanceFiles.ALLOCATION_KEY_TARGETS, List.of()), set, faults);
        targets(set.getOrDefault(FinanceFiles.DRIVERS, List.of()), set, faults);
        noCircleOfPools(set, faults);
    }

    private static void pricesAndTiers(Map<FileDescription, List<Row>> set, Faults faults) {
        if (!set.containsKey(CatalogueFiles.PRICES)) {
            return;
        }
        Map<String, List<Row>> tiers =
                Checks.grouped(set.getOrDefault(CatalogueFiles.PRICE_TIERS, List.of()), row -> row.text("price_id"));
        for (Row price : set.get(CatalogueFiles.PRICES)) {
            List<Row> own = tiers.getOrDefault(price.text("price_id"), List.of());
            if (DataSet.isTiered(price) && own.isEmpty()) {
                faults.add(price, "kind", FaultKind.TIERS_MISSING, price.text("price_id"));
            } else if (price.sound() && !DataSet.isTiered(price) && !own.isEmpty()) {
                faults.add(own.get(0), "price_id", FaultKind.TIERS_NOT_EXPECTED, price.text("kind"));
            }
        }
    }

    private static void lineOfItsAgreement(Map<FileDescription, List<Row>> set, Faults faults) {
        Map<String, String> agencies = set.getOrDefault(AgreementFiles.AGREEMENTS, List.of()).stream()
                .filter(Row::sound)
                .collect(Collectors.toMap(row -> row.text("agreement"), row -> row.text("agency"), (a, b) -> b));
        for (Row line : set.getOrDefault(AgreementFiles.AGREEMENT_LINES, List.of())) {
            String agency = line.has("agreement") ? agencies.get(line.text("agreement")) : null;
            if (agency != null && line.has("agency") && !agency.equals(line.text("agency"))) {
                faults.add(line, "agency", FaultKind.NOT_THE_SAME, agency, line.line());
            }
        }
        Map<String, Row> lines = set.getOrDefault(AgreementFiles.AGREEMENT_LINES, List.of()).stream()
                .filter(Row::sound)
                .collect(Collectors.toMap(row -> row.text("line"), row -> row, (a, b) -> a));
        for (FileDescription file : List.of(AgreementFiles.ORDERS, FinanceFiles.USAGE)) {
            for (Row row : set.getOrDefault(file, List.of())) {
                Row line = row.has("line") ? lines.get(row.text("line")) : null;
                for (String column : List.of("agency", "offering")) {
                    if (line != null && row.has(column) && !row.get(column).equals(line.get(column))) {
                        faults.add(row, column, FaultKind.NOT_THE_SAME, line.get(column), line.line());
                    }
                }
            }
        }
    }

    private static void oneProvider(Map<FileDescription, List<Row>> set, Faults faults) {
        List<Row> providers = set.getOrDefault(CatalogueFiles.ORGANISATIONS, List.of()).stream()
                .filter(row -> "PROVIDER".equals(row.get("role")))
                .toList();
        for (Row row : providers.subList(Math.min(1, providers.size()), providers.size())) {
            faults.add(row, "role", FaultKind.MANY_PROVIDERS, providers.get(0).text("name"));
        }
    }

    private static void keys(Map<FileDescription, List<Row>> set, Faults faults) {
        Map<String, String> kinds = set.getOrDefault(FinanceFiles.ALLOCATION_KEYS, List.of()).stream()
                .filter(Row::sound)
                .collect(Collectors.toMap(row -> row.text("key"), row -> row.text("kind"), (a, b) -> b));
        List<Row> targets = set.getOrDefault(FinanceFiles.ALLOCATION_KEY_TARGETS, List.of()).stream()
                .filter(Row::sound)
                .toList();
        List<Row> parts = set.getOrDefault(FinanceFiles.ALLOCATION_KEY_PARTS, List.of()).stream()
                .filter(Row::sound)
                .toList();
        Checks.sum100(targets, "key", "percent", key -> "FIXED".equals(kinds.get(key)), faults);
        Checks.sum100(parts, "key", "weight_percent", key -> true, faults);
        Set<String> withParts = parts.stream().map(row -> row.text("key")).collect(Collectors.toSet());
        for (Row key : set.getOrDefault(FinanceFiles.ALLOCATION_KEYS, List.of())) {
            if ("FORMULA".equals(key.get("kind")) && key.has("key") && !withParts.contains(key.text("key"))) {
                faults.add(key, "key", FaultKind.SUM_100, key.text("key"), "0");
            }
        }
    }

    /** A target is an organisation or a pool, as its type says. Pools and agencies of the database count as well. */
    private static void targets(List<Row> rows, Map<FileDescription, List<Row>> set, Faults faults) {
        Set<String> pools = values(set, FinanceFiles.COST_POOLS, "pool");
        Set<String> agencies = values(set, CatalogueFiles.ORGANISATIONS, "orgnr");
        for (Row row : rows) {
            Set<String> known = "POOL".equals(row.get("target_type")) ? pools : agencies;
            if (row.sound() && !known.isEmpty() && !known.contains(row.text("target"))) {
                faults.add(row, "target", FaultKind.UNKNOWN_REFERENCE, row.text("target"));
            }
        }
    }

    private static Set<String> values(Map<FileDescription, List<Row>> set, FileDescription file, String column) {
        Set<String> values = new HashSet<>();
        set.getOrDefault(file, List.of()).stream()
                .filter(row -> row.has(column))
                .forEach(row -> values.add(row.text(column)));
        return values;
    }

    /** A pool gives to pools only in one direction: what is closed receives nothing more. */
    private static void noCircleOfPools(Map<FileDescription, List<Row>> set, Faults faults) {
        Map<String, List<Row>> targets = Checks.grouped(
                set.getOrDefault(FinanceFiles.ALLOCATION_KEY_TARGETS, List.of()).stream()
                        .filter(row -> row.sound() && "POOL".equals(row.get("target_type")))
                        .toList(),
                row -> row.text("key"));
        Map<String, Row> pools = set.getOrDefault(FinanceFiles.COST_POOLS, List.of()).stream()
                .filter(Row::sound)
                .collect(Collectors.toMap(row -> row.text("pool"), row -> row, (a, b) -> a));
        for (Row pool : pools.values()) {
            for (Row target : targets.getOrDefault(pool.text("allocation_key"), List.of())) {
                Row receiver = pools.get(target.text("target"));
                if (receiver != null && receiver.integer("step_order") <= pool.integer("step_order")) {
                    faults.add(
                            target,
                            "target",
                            FaultKind.CIRCLE,
                            pool.text("pool") + " (" + pool.integer("step_order") + ") → " + receiver.text("pool")
                                    + " (" + receiver.integer("step_order") + ")");
                }
            }
        }
    }
}
