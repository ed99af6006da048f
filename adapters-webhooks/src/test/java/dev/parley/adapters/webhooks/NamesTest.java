package dev.parley.adapters.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NamesTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void aSlowNameIsNotWaitedForNorOthersForIt() throws Exception {
        var release = new CountDownLatch(1);
        try (var names = new Names(name -> name.startsWith("slow") ? after(release) : Addresses.all("8.8.8.8"))) {
            for (int i = 0; i < 20; i++) {
                var slow = target("slow-" + i + ".example");
                assertThatThrownBy(() -> names.addresses(slow, Duration.ofMillis(1)))
                        .isInstanceOf(UnknownHostException.class);
            }
            assertThat(names.addresses(target("quick.example"), LONG)).containsExactly(Addresses.of("8.8.8.8"));
            release.countDown();
        }
    }

    @Test
    void moreThanEnoughSlowNamesAreRefusedAtOnce() throws Exception {
        var release = new CountDownLatch(1);
        try (var names = new Names(_ -> after(release))) {
            for (int i = 0; i < 64; i++) {
                var slow = target("slow-" + i + ".example");
                assertThatThrownBy(() -> names.addresses(slow, Duration.ofMillis(1)))
                        .isInstanceOf(UnknownHostException.class);
            }
            var oneMore = target("slow.example");
            assertThatThrownBy(() -> names.addresses(oneMore, LONG)).isInstanceOf(UnknownHostException.class);
            release.countDown();
        }
    }

    @Test
    void whoAsksForTheSameNameSharesTheLookup() throws Exception {
        var lookups = new AtomicInteger();
        var release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var names = new Names(_ -> {
                    lookups.incrementAndGet();
                    return after(release);
                })) {
            var target = target("same.example");
            var patient = threads.submit(() -> names.addresses(target, LONG));
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> names.addresses(target, SHORT)).isInstanceOf(UnknownHostException.class);
            }
            release.countDown();

            assertThat(patient.get()).containsExactly(Addresses.of("8.8.8.8"));
            assertThat(lookups).hasValue(1);
        }
    }

    @Test
    void aLiteralIsNotLookedUp() throws Exception {
        try (var names = new Names(new ScriptedResolver())) {
            assertThat(names.addresses(target("93.184.215.14"), SHORT)).containsExactly(Addresses.of("93.184.215.14"));
        }
    }

    private static Target target(String host) throws ForbiddenTargetException {
        return Target.of(URI.create("https://" + host + "/"));
    }

    private static InetAddress[] after(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        return Addresses.all("8.8.8.8");
    }
}
