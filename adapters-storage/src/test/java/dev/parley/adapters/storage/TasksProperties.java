package dev.parley.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.task.Task;
import dev.parley.ports.store.Tasks;
import java.util.List;

/** What goes in comes out, whatever it is. */
public abstract class TasksProperties {

    /** Whose other tasks do not matter. */
    protected abstract Tasks tasks();

    protected final void aTaskComesBackAsItWas(Task task) {
        tasks().add(task);

        assertThat(tasks().find(task.id())).contains(task);
        assertThat(tasks().find(task.id(), task.account())).contains(task);
    }

    protected final void aSavedStateComesBackAsItWas(List<Task> states) {
        var task = states.getFirst();
        tasks().add(task);
        for (var next : states) {
            task = task.in(next.state());
            assertThat(tasks().save(task)).isTrue();
            assertThat(tasks().find(task.id())).contains(task);
        }
    }
}
