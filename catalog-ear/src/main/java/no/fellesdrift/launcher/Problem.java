package no.fellesdrift.launcher;

/** Why the product cannot start, in one sentence for the person at the console. */
final class Problem extends Exception {

    private static final long serialVersionUID = 1L;

    Problem(String sentence) {
        super(sentence);
    }

    Problem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
