package dev.parley.adapters.storage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, and who asks. Libraries log the URL, so what is secret leaves it here.
 *
 * @param url without user and password
 */
record PostgresAddress(
        String url, @Nullable String user, @Nullable String password) {
    private static final String SCHEME = "jdbc:postgresql:";
    private static final String USER = "user=";
    private static final String PASSWORD = "password=";

    /** @throws IllegalArgumentException without a word of the URL: part of it may be a password in the wrong place */
    static PostgresAddress parse(String url) {
        if (!url.startsWith(SCHEME)) {
            throw new IllegalArgumentException("The database's URL must begin with " + SCHEME);
        }
        int query = url.indexOf('?');
        String place = query < 0 ? url : url.substring(0, query);
        if (place.contains("@")) {
            throw new IllegalArgumentException(
                    "The database's URL must not hold '@'. Write the user and the password as "
                            + "?user=NAME&password=SECRET, or give them apart from the URL.");
        }
        return query < 0 ? new PostgresAddress(url, null, null) : parse(place, url.substring(query + 1));
    }

    private static PostgresAddress parse(String place, String query) {
        String user = null;
        String password = null;
        List<String> others = new ArrayList<>();
        for (var parameter : query.split("&", -1)) {
            if (parameter.startsWith(USER)) {
                user = decoded(parameter.substring(USER.length()));
            } else if (parameter.startsWith(PASSWORD)) {
                password = decoded(parameter.substring(PASSWORD.length()));
            } else if (!parameter.isEmpty()) {
                others.add(parameter);
            }
        }
        return new PostgresAddress(others.isEmpty() ? place : place + "?" + String.join("&", others), user, password);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The user and the password in the database's URL must be percent-encoded: '%' as %25, '&' as %26.");
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
