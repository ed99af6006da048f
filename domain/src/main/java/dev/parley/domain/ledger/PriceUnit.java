package dev.parley.domain.ledger;

/** What a price counts. */
public enum PriceUnit {
    /** Unicode code points of the text that is spoken. */
    CHARACTER("character"),
    /** Unicode code points of the text that describes what is wanted. */
    PROMPT_CHARACTER("prompt_character"),
    /** Seconds of audio that the caller brings, as measured here; a second that has begun is counted. */
    SECOND_IN("second_in"),
    /** Seconds of audio that is made, as measured here; a second that has begun is counted. */
    SECOND_OUT("second_out"),
    /** Requests, whatever they ask for. */
    REQUEST("request");

    private final String text;

    PriceUnit(String text) {
        this.text = text;
    }

    /** As the price list spells it. */
    @Override
    public String toString() {
        return text;
    }
}
