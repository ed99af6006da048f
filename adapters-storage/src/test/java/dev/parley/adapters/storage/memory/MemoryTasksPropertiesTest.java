package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.AnyTask;
import dev.parley.adapters.storage.TasksProperties;
import dev.parley.domain.task.Task;
import dev.parley.ports.store.Tasks;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class MemoryTasksPropertiesTest extends TasksProperties {
    private final Tasks tasks = InMemory.emptied().tasks();

    @Override
    protected Tasks tasks() {
        return tasks;
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
