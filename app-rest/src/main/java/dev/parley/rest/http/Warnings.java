package dev.parley.rest.http;

import io.micronaut.http.MutableHttpResponse;
import java.util.List;

/** Warnings as headers: one each, in printable ASCII, so many and so long and no more. */
public final class Warnings {

    static final String HEADER = "Parley-Warning";
    static final int COUNT_MAX = 10;
    static final int LENGTH_MAX = 300;

    private Warnings() {}

    public static <T> MutableHttpResponse<T> add(MutableHttpResponse<T> response, List<String> warnings) {
        boolean all = warnings.size() <= COUNT_MAX;
        var shown = all ? warnings : warnings.subList(0, COUNT_MAX - 1);
        shown.forEach(warning -> response.header(HEADER, ascii(warning)));
        if (!all) {
            response.header(HEADER, "More warnings were left out.");
        }
        return response;
    }

    /** Whatever a header must not carry becomes a Java escape: a line end that passed would end the header. */
    static String ascii(String text) {
        var ascii = new StringBuilder();
        for (int i = 0; i < text.length() && ascii.length() < LENGTH_MAX; i++) {
            char c = text.charAt(i);
            boolean printable = c >= ' ' && c <= '~';
            ascii.append(printable ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        if (ascii.length() >= LENGTH_MAX) {
            ascii.setLength(LENGTH_MAX - 3);
            ascii.append("...");
        }
        return ascii.toString();
    }
}
