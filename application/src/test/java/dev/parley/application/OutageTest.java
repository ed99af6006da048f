package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.refusal.Refusal;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

    @ParameterizedTest
    @CsvSource({
        "08001, true", // cannot connect
        "08006, true", // broke off
        "57P01, true", // shut down by its operator
        "57P03, true", // still starting
        "57014, false", // this one statement was cancelled
        "23505, false", // a unique key
        "40001, false",
        ", false"
    })
    void theStateTellsWhetherTheDatabaseIsGone(String state, boolean outage) {
        assertThat(Outage.of(new IllegalStateException(new SQLException("m", state)))
                        .isPresent())
                .isEqualTo(outage);
    }

    @Test
    void aPoolThatGotNoConnectionIsAnOutage() {
        assertThat(Outage.of(new RuntimeException(new SQLTransientConnectionException("no connection in time"))))
                .get()
                .isInstanceOfSatisfying(
                        Refusal.Unavailable.class,
                        refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(5)));
    }

    @Test
    void anythingElseIsAFault() {
        assertThat(Outage.of(new IllegalStateException("a bug"))).isEmpty();
    }
}
