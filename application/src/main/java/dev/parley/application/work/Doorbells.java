package dev.parley.application.work;

import dev.parley.ports.provider.Doorbell;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Where upstreams ring for attempts. An address holds its own proof, so nothing is stored, and nobody learns from it which
 * attempts there are. Who rings at another process than the one that renders is heard by nobody: the upstream is asked later.
 */
public final class Doorbells {

    /** Below the public URL. */
    public static final String PATH = "/doorbells";

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final @Nullable URI publicUrl;
    private final ConcurrentHashMap<String, Bell> hung = new ConcurrentHashMap<>();

    /** @param publicUrl under which the gateway is reached from outside; null where nobody has said so */
    public Doorbells(byte[] key, @Nullable URI publicUrl) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.publicUrl = publicUrl;
    }

    /** For an attempt that begins. It rings until it is closed. */
    Bell hang(String attempt) {
        var bell = new Bell(attempt);
        hung.put(attempt, bell);
        return bell;
    }

    /** Where upstreams ring for the attempt; empty where nobody outside can reach us. */
    public Optional<URI> address(String attempt) {
        return Optional.ofNullable(publicUrl).map(url -> {
            String base = url.toString();
            String start = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
            return URI.create(start + PATH + "/" + attempt + "/" + token(attempt));
        });
    }

    /** Wakes whoever waits for the attempt here. False if the address is not one of ours. */
    public boolean ring(String attempt, String token) {
        boolean genuine = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), token(attempt).getBytes(StandardCharsets.UTF_8));
        var bell = hung.get(attempt);
        if (genuine && bell != null) {
            bell.ring();
        }
        return genuine;
    }

    private String token(String attempt) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signed = mac.doFinal(("v1|doorbell|" + attempt).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** One attempt's. Several threads may wait for it, one for each turn: each hears every ring once. */
    final class Bell implements Doorbell, AutoCloseable {

        private final String attempt;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition rung = lock.newCondition();
        private final ThreadLocal<Long> heard = ThreadLocal.withInitial(() -> 0L);
        private long rings;

        private Bell(String attempt) {
            this.attempt = attempt;
        }

        @Override
        public Optional<URI> address() {
            return Doorbells.this.address(attempt);
        }

        @Override
        public void await(Duration atMost) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = atMost.toNanos();
                while (rings == heard.get() && left > 0) {
                    left = rung.awaitNanos(left);
                }
                heard.set(rings);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            hung.remove(attempt, this);
        }

        private void ring() {
            lock.lock();
            try {
                rings++;
                rung.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
