package dev.parley.domain.dialogue;

/** One voice's text within a dialogue. The text is exactly what is sent to the provider and what is counted. */
public record Turn(String text, VoiceRef voice) {

    /** Length of the text in Unicode code points: the unit that dialogue is limited and priced by. */
    public int characters() {
        return text.codePointCount(0, text.length());
    }
}
