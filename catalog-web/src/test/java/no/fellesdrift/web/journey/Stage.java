package no.fellesdrift.web.journey;

import static no.fellesdrift.web.journey.Prepared.find;
import static no.fellesdrift.web.journey.Prepared.get;
import static no.fellesdrift.web.journey.Prepared.post;
import static no.fellesdrift.web.journey.Prepared.tell;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What the pages of service levels have to show once everybody has been at work, by the API: the demo's month has breaches
 * and credits, but nobody has said anything about them yet. It is made once and left as it is when it is there already, so
 * that pages are reached whatever ran before. Nothing of it touches a figure of October.
 */
final class Stage {

    private static final String MANAGER = "demo-slm";
    private static final String CONTROLLER = "demo-finance";
    private static final String APPROVER = "demo-approver-ra";

    private static final String RIKSANTIKVAREN = "974760819";
    private static final String POLARINSTITUTTET = "971022264";
    private static final String ARTSDATABANKEN = "919666102";

    private static final String PLANNED = "breaches?state=PLAN_AGREED&organisation=" + RIKSANTIKVAREN;

    /** Of the agency's draft, of one that is disputed, and of one that is sealed. */
    static final String DRAFT = "RAP-2026-10-NP";

    static final String DISPUTED = "RAP-2026-10-RA";
    static final String SEALED = "RAP-2026-10-ADB";

    /** Proposed by the provider, and by the agency. */
    static final String PROVIDERS_EXCLUSION = "F-9001";

    static final String AGENCYS_EXCLUSION = "F-9002";

    static final String SOURCE = "vaktmester";

    private static boolean set;

    private Stage() {}

    static synchronized void set() {
        if (!set) {
            exclusion(MANAGER, PROVIDERS_EXCLUSION, "2026-11-02T01:00:00Z", "2026-11-02T02:00:00Z");
            exclusion(APPROVER, AGENCYS_EXCLUSION, "2026-11-03T01:00:00Z", "2026-11-03T02:00:00Z");
            claims();
            draft(POLARINSTITUTTET, DRAFT);
            disputed();
            sealed();
            breach();
            source();
            maintenance();
            set = true;
        }
    }

    /** The address of the line that is disputed and that the manager wants to settle. */
    static String disputedLine() {
        JsonObject line = get(MANAGER, "service-reports/" + DISPUTED)
                .getJsonArray("lines")
                .getJsonObject(1);
        return "/levels/report-line.xhtml?number=" + DISPUTED + "&line=" + line.getString("line") + "&level="
                + line.getString("level");
    }

    static String plannedBreach() {
        return items(get(MANAGER, PLANNED)).get(0).getString("number");
    }

    static String draftedClaim() {
        return items(get(MANAGER, "claims?state=DRAFT")).get(0).getString("number");
    }

    private static void exclusion(String by, String key, String from, String to) {
        if (find(by, "exclusions/" + key) == null) {
            post(by, "exclusions", """
                    {"exclusion": "%s", "service": "COL-MAIL", "agency": "%s", "from": "%s", "to": "%s",
                     "reason": "CUSTOMER_CAUSED", "summary": "Strømmen var slått av etter avtale"}
                    """.formatted(key, RIKSANTIKVAREN, from, to));
        }
    }

    /** October's is a draft; September's, where there is something to claim, is sent. */
    private static void claims() {
        claim("2026-10");
        claim("2026-09").ifPresent(number -> post(CONTROLLER, "claims/" + number + "/send", "{}"));
    }

    /** The number of the one that was made; none when it was there or nothing can be claimed. */
    private static Optional<String> claim(String month) {
        return items(get(MANAGER, "claims/candidates/" + month)).stream()
                .filter(candidate -> !candidate.containsKey("claim") || candidate.isNull("claim"))
                .findFirst()
                .map(candidate -> post(
                                MANAGER,
                                "claims",
                                "{\"contract\": \"" + candidate.getString("contract") + "\", \"period\": \"" + month
                                        + "\"}")
                        .getJsonObject("claim")
                        .getString("number"));
    }

    /** Its first line is remarked on. */
    private static boolean draft(String agency, String number) {
        if (find(MANAGER, "service-reports/" + number) != null) {
            return false;
        }
        JsonObject report =
                post(MANAGER, "service-reports", "{\"period\": \"2026-10\", \"organisation\": \"" + agency + "\"}");
        step(MANAGER, number, "remark", said(report, 0, "Målingen er gjennomgått sammen med leverandøren."));
        return true;
    }

    /** The agency agrees with one line and disputes two, one of which the manager wants to settle. */
    private static void disputed() {
        if (!draft(RIKSANTIKVAREN, DISPUTED)) {
            return;
        }
        published(DISPUTED);
        JsonObject report = get(APPROVER, "service-reports/" + DISPUTED);
        step(APPROVER, DISPUTED, "acknowledge", said(report, 0, null));
        step(APPROVER, DISPUTED, "dispute", said(report, 1, "Vi var uten tjenesten lenger enn dette."));
        step(APPROVER, DISPUTED, "dispute", said(report, 2, "Saken ble meldt dagen før."));
        step(
                MANAGER,
                DISPUTED,
                "propose",
                said(report, 1, "Loggen viser når den kom tilbake.").replaceFirst("}$", ", \"outcome\": \"STANDS\"}"));
    }

    private static void sealed() {
        if (!draft(ARTSDATABANKEN, SEALED)) {
            return;
        }
        published(SEALED);
        String officer = post("demo-admin", "keys", "{\"name\": \"stage\", \"person\": \"adb-sik\"}")
                .getString("secret");
        step(officer, SEALED, "acknowledge", "{}");
        step(MANAGER, SEALED, "freeze", "{}");
    }

    private static void published(String number) {
        step(MANAGER, number, "submit", "{}");
        step(CONTROLLER, number, "approve", "{}");
        step(MANAGER, number, "publish", "{}");
    }

    private static void step(String by, String number, String action, String body) {
        post(by, "service-reports/" + number + "/" + action, body);
    }

    private static String said(JsonObject report, int line, String note) {
        JsonObject about = report.getJsonArray("lines").getJsonObject(line);
        return "{\"line\": \"" + about.getString("line") + "\", \"level\": \"" + about.getString("level") + "\""
                + (note == null ? "" : ", \"note\": \"" + note + "\"") + "}";
    }

    /** One of Riksantikvaren's has an agreed plan, of which an action is done and one is late. */
    private static void breach() {
        List<JsonObject> open = items(
                get(MANAGER, "breaches?period=2026-10&state=OPEN&organisation=" + RIKSANTIKVAREN + "&sort=number"));
        if (!items(get(MANAGER, PLANNED)).isEmpty()) {
            return;
        }
        String breach = "breaches/" + open.get(0).getString("number") + "/";
        post(MANAGER, breach + "analyse", "{\"note\": \"Disken ble full fordi loggen ikke ble ryddet.\"}");
        post(MANAGER, breach + "actions", action("Rydd loggen hver natt", "2026-11-03"));
        post(MANAGER, breach + "actions", action("Varsle når disken er 80 prosent full", "2026-11-04"));
        post(MANAGER, breach + "agree", "{}");
        post(MANAGER, breach + "actions/1/done", "{}");
        post(APPROVER, breach + "comment", "{\"note\": \"Vi merket ikke noe til dette.\"}");
    }

    private static String action(String what, String due) {
        return "{\"what\": \"" + what + "\", \"responsible\": \"p-solberg\", \"due\": \"" + due + "\"}";
    }

    /** A message of it was used and another was not. */
    private static void source() {
        if (find(MANAGER, "sources/" + SOURCE) != null) {
            return;
        }
        post(MANAGER, "sources", """
                {"code": "%s", "name": "Vaktmester", "kind": "ALERTMANAGER", "services": ["DAT-PLT"]}
                """.formatted(SOURCE));
        String key = post(MANAGER, "sources/" + SOURCE + "/key", "{}").getString("secret");
        post(key, "webhooks/alertmanager", """
                {"version": "4", "alerts": [
                  {"status": "resolved", "labels": {"service": "DAT-PLT", "severity": "warning"},
                   "annotations": {"summary": "Svarer sent"}, "startsAt": "2026-11-05T03:12:00Z",
                   "endsAt": "2026-11-05T03:20:00Z", "fingerprint": "stage1"}]}
                """);
        tell(key, "webhooks/alertmanager", "{\"alerts\": [{\"status\": \"suppressed\"}]}");
    }

    /** Far off, and not approved yet. */
    private static void maintenance() {
        if (items(get(MANAGER, "maintenance?coming=true&service=DAT-PLT")).isEmpty()) {
            post(MANAGER, "maintenance", """
                    {"service": "DAT-PLT", "from": "2026-12-12T18:00:00Z", "to": "2026-12-12T20:00:00Z",
                     "interrupts": true, "performedBy": "PROVIDER", "text": "Ny versjon av plattformen"}
                    """);
        }
    }

    private static List<JsonObject> items(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class);
    }
}
