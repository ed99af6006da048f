package dev.parley.application.session;

import dev.parley.domain.session.Load;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/** What is kept of a session: how much went over it and how it ended, and nothing of what was said. */
record SessionRecord(Instant opened, Instant closed, Ending ending, Relayed given, Relayed got) {

    byte[] json() {
        String text = "{\"opened_at\":\"" + opened + "\",\"closed_at\":\"" + closed + "\",\"ended_by\":\""
                + ending.cause().name().toLowerCase(Locale.ROOT) + "\",\"code\":"
                + ending.end().code() + ",\"reason\":\"" + escaped(ending.end().reason()) + "\",\"to_provider\":"
                + json(given) + ",\"to_caller\":" + json(got) + "}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String json(Relayed relayed) {
        Load load = relayed.load();
        return "{\"frames\":" + relayed.frames() + ",\"characters\":" + load.characters() + ",\"milliseconds\":"
                + load.audio().toMillis() + "}";
    }

    private static String escaped(String reason) {
        var escaped = new StringBuilder();
        reason.codePoints().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || isLone(c)) {
                escaped.append("\\u").append(String.format(Locale.ROOT, "%04x", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** Half a character, which no file can hold. */
    private static boolean isLone(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
