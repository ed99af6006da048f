package dev.parley.adapters.elevenlabs.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** The body of a request. */
public interface Payload {

    /** Value of the Content-Type header. */
    String contentType();

    /** For one sending. */
    Sending begin();

    /** Whether nothing has to be waited for while it is sent. */
    default boolean isInMemory() {
        return false;
    }

    /** One way to the upstream. Closed when nobody needs what is left of it: after its answer, or where there will be none. */
    interface Sending extends AutoCloseable {

        BodyPublisher publisher();

        /** Whether all of it has been taken. */
        boolean isWhole();

        @Override
        void close();
    }

    /** The usual one. */
    record Text(ObjectNode json) implements Payload {

        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public Sending begin() {
            var publisher = BodyPublishers.ofByteArray(Json.write(json));
            return new Sending() {
                @Override
                public BodyPublisher publisher() {
                    return publisher;
                }

                @Override
                public boolean isWhole() {
                    return true;
                }

                @Override
                public void close() {
                    // Memory needs no closing.
                }
            };
        }

        @Override
        public boolean isInMemory() {
            return true;
        }

        /** Texts are the caller's own: they are not printed. */
        @Override
        public String toString() {
            return "Text";
        }
    }
}
