package dev.parley.adapters.storage.jdbc.queue;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** A row of the queue is an id and nothing else, so that nothing that lies in the database is ever made an object. */
final class NoData implements Serializer {

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        if (data != null) {
            throw new IllegalArgumentException("the queue keeps no data, and was given some");
        }
        return null;
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        if (data != null) {
            throw new IllegalArgumentException("the queue keeps no data, and found some");
        }
        return null;
    }
}
