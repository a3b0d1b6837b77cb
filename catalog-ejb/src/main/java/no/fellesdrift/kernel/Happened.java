package no.fellesdrift.kernel;

/**
 * Something that changed, fired by a desk inside its transaction and kept by the audit trail with who and when.
 *
 * @param what {@code <room>.<verb>}, for example {@code order.approve}; its sentence has the text key {@code
 *     audit.<what>}
 * @param type the noun, for example {@code Order}
 * @param subject the business key, for example the order number
 * @param organisation the agency concerned; absent when none is
 * @param from the state or value before; absent when there was none
 * @param to the state or value after; absent when there is none
 * @param note what the person wrote; absent when nothing
 */
public record Happened(
        String what, String type, String subject, OrgNumber organisation, String from, String to, String note) {

    public static Happened to(String type, String subject, OrgNumber organisation, String what) {
        return new Happened(what, type, subject, organisation, null, null, null);
    }
}
