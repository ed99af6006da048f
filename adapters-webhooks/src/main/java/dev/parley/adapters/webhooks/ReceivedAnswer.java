package dev.parley.adapters.webhooks;

import dev.parley.ports.webhook.WebhookSender.Answer.Answered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** What is kept of an answer: its status, how long to wait, and how it begins. */
final class ReceivedAnswer {

    private static final int BYTES_MAX = 64 * 1024;

    private ReceivedAnswer() {}

    static Answered read(ClassicHttpResponse response, Instant now) {
        var retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return new Answered(
                response.getCode(),
                RetryAfter.of(retryAfter == null ? null : retryAfter.getValue(), now),
                Excerpt.of(beginning(response.getEntity())));
    }

    /** As much as came: the status has said already what became of the call. */
    private static byte[] beginning(@Nullable HttpEntity entity) {
        var kept = new ByteArrayOutputStream();
        if (entity == null) {
            return kept.toByteArray();
        }
        try {
            var content = entity.getContent();
            if (content != null) {
                copy(content, kept);
            }
            return kept.toByteArray();
        } catch (IOException brokenOff) {
            return kept.toByteArray();
        }
    }

    private static void copy(InputStream content, ByteArrayOutputStream kept) throws IOException {
        byte[] buffer = new byte[8192];
        while (kept.size() < BYTES_MAX) {
            int count = content.read(buffer, 0, Math.min(buffer.length, BYTES_MAX - kept.size()));
            if (count < 0) {
                return;
            }
            kept.write(buffer, 0, count);
        }
    }
}
