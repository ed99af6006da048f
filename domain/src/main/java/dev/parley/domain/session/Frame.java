package dev.parley.domain.session;

/**
 * One message of a session, either way: JSON in the form that ElevenLabs' WebSocket of the same kind has, without a secret in it.
 *
 * @param carries what of it counts for the price, as measured by whoever took it from the wire
 */
public record Frame(String json, Load carries) {

    /** One that costs nothing, as a setting or a sign of life. */
    public static Frame free(String json) {
        return new Frame(json, Load.NONE);
    }
}
