package no.fellesdrift.exchange;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * Where the one data source of the application is declared; {@code persistence.xml} refers to it by name. The values in
 * braces come from MicroProfile Config (see docs/configuration.md), so the same artifact runs against any database.
 */
@Singleton
@DataSourceDefinition(
        name = "java:global/jdbc/catalog",
        className = "no.fellesdrift.exchange.PatientDataSource",
        url = "${MPCONFIG=fellesdrift.database.url}",
        user = "${MPCONFIG=fellesdrift.database.user}",
        password = "${MPCONFIG=fellesdrift.database.password}",
        minPoolSize = 4,
        initialPoolSize = 4,
        maxPoolSize = 32,
        transactional = true)
public class CatalogDataSource {}
