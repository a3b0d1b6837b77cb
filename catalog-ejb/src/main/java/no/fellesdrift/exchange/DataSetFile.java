package no.fellesdrift.exchange;

import java.util.List;

/**
 * A file that a data set may have.
 *
 * @param columns in order; of a JSON file the members of each of its rows
 * @param required those that must be filled in
 */
public record DataSetFile(String name, List<String> columns, List<String> required) {

    static DataSetFile of(FileDescription file) {
        return new DataSetFile(
                file.name(),
                file.columns().stream().map(Column::name).toList(),
                file.columns().stream()
                        .filter(Column::required)
                        .map(Column::name)
                        .toList());
    }
}
