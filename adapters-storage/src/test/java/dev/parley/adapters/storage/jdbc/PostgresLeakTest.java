package dev.parley.adapters.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.adapters.storage.StorageProperties;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong, nobody reads the password. */
class PostgresLeakTest {
    private static final String PASSWORD = "correct-horse-battery";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Level before;

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        root.setLevel(before);
    }

    @Test
    void aServerThatIsNotThereTellsNobodyThePassword() throws IOException {
        var told = failure("jdbc:postgresql://127.0.0.1:" + closedPort() + "/parley?user=parley&password=" + PASSWORD);

        assertThat(told).contains("refused").doesNotContain(PASSWORD);
        assertThat(logged()).isNotEmpty().noneSatisfy(line -> assertThat(line).contains(PASSWORD));
    }

    @Test
    void aUserWhoIsNotThereTellsNobodyThePassword() {
        var told = failure(SharedPostgres.newDatabase() + "_not&password=" + PASSWORD);

        assertThat(told).doesNotContain(PASSWORD);
        assertThat(logged()).isNotEmpty().noneSatisfy(line -> assertThat(line).contains(PASSWORD));
    }

    private static String failure(String url) {
        var properties = StorageProperties.postgres(url, null, null, 2);
        var failure = catchThrowable(() -> new StoreBeans(properties).close());
        var told = new StringWriter();
        failure.printStackTrace(new PrintWriter(told));
        return told.toString();
    }

    private List<String> logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
