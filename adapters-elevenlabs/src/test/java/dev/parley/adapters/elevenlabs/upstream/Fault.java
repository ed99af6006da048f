package dev.parley.adapters.elevenlabs.upstream;

import java.time.Duration;
import java.util.Map;

/** What goes wrong with one answer. */
public sealed interface Fault {

    /** This share of the audio, then an end as clean as if that were all. */
    record SilentEnd(double share) implements Fault {

        /** In the middle. */
        public SilentEnd() {
            this(0.5);
        }
    }

    /** Half of the answer, then the end of the connection. */
    record CutOff() implements Fault {}

    /** Half of the answer, then a reset. */
    record Reset() implements Fault {}

    /** Not even a status line, until the client leaves. */
    record StallBeforeHead() implements Fault {}

    /** Half of the answer, then nothing, until the client leaves. */
    record StallHalfway() implements Fault {}

    /** A status line and bytes that are no audio. */
    record Garbage() implements Fault {}

    /** A page where audio is expected. */
    record Page() implements Fault {}

    /** The base64 of the last object lacks its end. */
    record TruncatedBase64() implements Fault {}

    /** After so many seconds of audio the timings of each line come twice, those of some characters with no length. */
    record DuplicatedTimings(double afterSeconds) implements Fault {}

    /** Times count from the start of each line. */
    record RelativeTimings() implements Fault {}

    /** No timings at all: null, as the contract allows. */
    record NoTimings() implements Fault {}

    /** A pause after each piece of the answer. */
    record SlowDrip(int pieceBytes, Duration pause) implements Fault {}

    /** So much audio, made of silence. */
    record Flood(long bytes) implements Fault {}

    /** A session is answered once, and dies at whatever is said next: by then its client has heard the answer. */
    record DiesLater() implements Fault {}

    /** A session is closed so, after the first message that brings something. */
    record Closed(int code, String reason) implements Fault {}

    /** A session is told this instead of an answer, and closed so. */
    record Told(String json, int code, String reason) implements Fault {

        /** As speech is told. */
        public static Told speech(String error) {
            return new Told(
                    "{\"message\":\"Scripted: " + error + "\",\"error\":\"" + error + "\",\"code\":1008}", 1008, error);
        }

        /** As transcripts are told. */
        public static Told transcription(String type) {
            return new Told(
                    "{\"message_type\":\"" + type + "\",\"error_type\":\"" + type + "\",\"error\":\"Scripted\"}",
                    1008,
                    type);
        }
    }

    /** An error, with this body and these headers. */
    record Refused(int status, String body, Map<String, String> headers) implements Fault {

        /** In the current shape. */
        public static Refused of(int status, String type, String code) {
            return new Refused(status, Errors.json(type, code, code, "Scripted: " + code), Map.of());
        }

        public Refused header(String name, String value) {
            return new Refused(status, body, Map.of(name, value));
        }
    }
}
