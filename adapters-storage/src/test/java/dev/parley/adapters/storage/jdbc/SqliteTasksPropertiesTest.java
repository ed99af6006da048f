package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.AnyTask;
import dev.parley.adapters.storage.TasksProperties;
import dev.parley.domain.task.Task;
import dev.parley.ports.store.Tasks;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class SqliteTasksPropertiesTest extends TasksProperties {
    @Override
    protected Tasks tasks() {
        return SharedSqlite.used().stores().tasks();
    }

    @Property(tries = 300)
    @Domain(AnyTask.class)
    void everyTaskSurvives(@ForAll Task task) {
        aTaskComesBackAsItWas(task);
    }

    @Property(tries = 100)
    @Domain(AnyTask.class)
    void everyStateSurvives(@ForAll List<Task> states) {
        aSavedStateComesBackAsItWas(states);
    }
}
