package no.fellesdrift.sla.source;

/** How a source tells: by the measurements of the API, by a webhook in its own words, or by being asked. */
public enum SourceKind {
    API,
    /** Prometheus Alertmanager, webhook of version 4. */
    ALERTMANAGER,
    ZABBIX,
    /** Icinga 2: notifications or its event stream. */
    ICINGA,
    /** Asked for its samples. */
    PROMETHEUS;

    /** Whether its messages are translated by the fields of the source. */
    public boolean translates() {
        return this == ALERTMANAGER || this == ZABBIX || this == ICINGA || this == PROMETHEUS;
    }

    public boolean isWebhook() {
        return this == ALERTMANAGER || this == ZABBIX || this == ICINGA;
    }

    /** An alert of another start is another outage; elsewhere one thing has one outage at a time. */
    boolean tellsEachStart() {
        return this == ALERTMANAGER;
    }
}
