package dev.parley.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EventTypeTest {

    @Test
    void namesAreFixed() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::toString))
                .containsExactly("task.completed", "task.failed", "task.cancelled", "task.processing", "webhook.test");
    }

    @Test
    void onlyEndsOfTasksCanBeWanted() {
        assertThat(EventType.end("task.failed")).contains(EventType.TASK_FAILED);
        assertThat(EventType.end("task.processing")).isEmpty();
        assertThat(EventType.end("TASK_FAILED")).isEmpty();
    }

    @Test
    void namesAreTheSameInTurkey() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            assertThat(EventType.TASK_FAILED).hasToString("task.failed");
        } finally {
            Locale.setDefault(before);
        }
    }
}
