package dev.parley.server.gate;

import dev.parley.ports.store.TaskQueue;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Wraps the queue's worker, so that a task which is found being processed is begun anew, whatever became of it. */
@Requires(property = BlindQueue.PROPERTY, value = "true")
@Singleton
final class BlindQueue implements BeanCreatedEventListener<TaskQueue> {

    static final String PROPERTY = "gate.blind";

    private final BeanProvider<DataSource> source;

    BlindQueue(BeanProvider<DataSource> source) {
        this.source = source;
    }

    @Override
    public TaskQueue onCreated(BeanCreatedEvent<TaskQueue> event) {
        var queue = event.getBean();
        var database = DelegatingDataSource.unwrapDataSource(source.get());
        return (TaskQueue) Proxy.newProxyInstance(
                BlindQueue.class.getClassLoader(), new Class<?>[] {TaskQueue.class}, (_, method, arguments) -> {
                    if (method.getName().equals("start")) {
                        queue.start(blind((TaskQueue.Worker) arguments[0], database));
                        return null;
                    }
                    try {
                        return method.invoke(queue, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static TaskQueue.Worker blind(TaskQueue.Worker worker, DataSource database) {
        return task -> {
            forget(task, database);
            return worker.work(task);
        };
    }

    private static void forget(UUID task, DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            int reset = statement.executeUpdate("UPDATE task SET status = 'PENDING', not_before_ms = 0 WHERE id = '"
                    + task + "' AND status = 'PROCESSING'");
            if (reset == 1) {
                statement.executeUpdate("DELETE FROM attempt WHERE task = '" + task + "' AND outcome IS NULL");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
