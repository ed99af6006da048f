package dev.parley.domain.task;

import static dev.parley.domain.task.TaskSamples.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.render.Failure;
import dev.parley.domain.task.TaskEvent.AttemptFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dparley.write=true} to write the page instead of comparing it. */
class TaskStatesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "task-states.md");

    @Test
    void pageIsWhatTheCodePrints() throws IOException {
        if (Boolean.getBoolean("parley.write")) {
            Files.createDirectories(Objects.requireNonNull(PAGE.getParent()));
            Files.writeString(PAGE, TaskStatesPage.print());
        }
        assertThat(PAGE).hasContent(TaskStatesPage.print());
    }

    @Test
    void everyKindOfStateIsOnThePage() {
        assertThat(classes(TaskStatesPage.STATES.stream().map(sample -> sample.value())))
                .containsAll(kinds(TaskState.class).toList());
    }

    @Test
    void everyKindOfEventIsOnThePage() {
        assertThat(classes(TaskStatesPage.EVENTS.stream().map(sample -> sample.value())))
                .containsAll(kinds(TaskEvent.class).toList());
    }

    @Test
    void everyKindOfFailureIsOnThePage() {
        assertThat(classes(TaskStatesPage.EVENTS.stream()
                        .map(sample -> sample.value())
                        .filter(AttemptFailed.class::isInstance)
                        .map(event -> ((AttemptFailed) event).failure())))
                .containsAll(kinds(Failure.class).toList());
    }

    private static Stream<Class<?>> classes(Stream<?> values) {
        return values.map(Object::getClass);
    }
}
