package dev.parley.adapters.proxies.settings;

import dev.parley.adapters.proxies.settings.Settings.FileLimits;
import dev.parley.adapters.proxies.settings.Settings.Timeouts;
import dev.parley.ports.provider.ProviderConfig;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the configuration; what is wrong stops the start, and is named with the remedy. */
public final class SettingsReader {

    public static final String API_KEY = "api_key";

    private static final Set<String> KNOWN = Set.of(
            API_KEY,
            "base_url",
            "poll_pace",
            "connect_timeout",
            "answer_timeout",
            "idle_timeout",
            "file_timeout",
            "file_bytes",
            "file_hosts",
            "voices",
            "price_per_1000");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)");
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]{1,500}");

    private final ProviderConfig config;
    private final Usual usual;

    private SettingsReader(ProviderConfig config, Usual usual) {
        this.config = config;
        this.usual = usual;
    }

    /** What differs from one reseller to the next where nothing is set. */
    public record Usual(
            String baseUrl, String pollPace, @Nullable String pricePer1000) {}

    /** @throws IllegalArgumentException naming the key and the remedy, never a value that may be secret */
    public static Settings read(ProviderConfig config, Usual usual) {
        var unknown = new TreeSet<>(config.values().keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw wrong(
                    unknown.first(), "is not known. Remove it; known are " + String.join(", ", new TreeSet<>(KNOWN)));
        }
        return new SettingsReader(config, usual).settings();
    }

    private Settings settings() {
        return new Settings(
                key(),
                baseUrl(),
                duration("poll_pace", usual.pollPace()),
                new Timeouts(
                        duration("connect_timeout", "10s"),
                        duration("answer_timeout", "30s"),
                        duration("idle_timeout", "30s"),
                        duration("file_timeout", "5m")),
                new FileLimits(bytes(), hosts()),
                voices(),
                price());
    }

    /** It becomes a header: what cannot be one is found now, and not repeated. */
    private String key() {
        String key = config.required(API_KEY).strip();
        if (!HEADER_SAFE.matcher(key).matches()) {
            throw wrong(API_KEY, "must be 1 to 500 printable characters without spaces");
        }
        return key;
    }

    private URI baseUrl() {
        String text = value("base_url", usual.baseUrl());
        String remedy = "must be an address as " + usual.baseUrl() + ", without user, password, query and fragment";
        try {
            var uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            if (web && plain && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'base_url' " + remedy + ".", e);
        }
        throw wrong("base_url", remedy);
    }

    private Duration duration(String key, String usually) {
        Matcher matcher = DURATION.matcher(value(key, usually));
        if (!matcher.matches()) {
            throw wrong(key, "must be a time as 500ms, 30s, 10m or 1h");
        }
        long number = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
        if (duration.isZero()) {
            throw wrong(key, "must be longer than nothing, as " + usually);
        }
        return duration;
    }

    private long bytes() {
        String text = value("file_bytes", "209715200");
        if (!text.matches("[1-9]\\d{0,11}")) {
            throw wrong("file_bytes", "must be a number of bytes, as 209715200");
        }
        return Long.parseLong(text);
    }

    private List<String> hosts() {
        List<String> hosts = parts(value("file_hosts", "").toLowerCase(Locale.ROOT));
        if (!hosts.stream().allMatch(host -> HOST.matcher(host).matches())) {
            throw wrong("file_hosts", "must be names of hosts with commas, as r2.dev,files.example.com");
        }
        return hosts;
    }

    private Map<String, String> voices() {
        Map<String, String> voices = new LinkedHashMap<>();
        for (String part : parts(value("voices", ""))) {
            int equals = part.indexOf('=');
            String sent = part.substring(equals + 1).strip();
            String name = equals < 0 ? sent : part.substring(0, equals).strip();
            if (name.isEmpty() || sent.isEmpty() || name.length() > 100 || sent.length() > 100) {
                throw wrong("voices", "must be voices with commas, each NAME or NAME=WHAT_IS_SENT, as Mimi,Hero=Adam");
            }
            boolean twice = voices.keySet().stream().anyMatch(name::equalsIgnoreCase) || voices.containsValue(sent);
            if (twice) {
                throw wrong("voices", "has '" + name + "' twice. Remove one");
            }
            voices.put(name, sent);
        }
        return voices;
    }

    private @Nullable BigDecimal price() {
        String text = config.value("price_per_1000").map(String::strip).orElse(usual.pricePer1000());
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw wrong("price_per_1000", "must be a number as 0.10");
        }
        return new BigDecimal(text);
    }

    private String value(String key, String usually) {
        return config.value(key).map(String::strip).orElse(usually);
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static IllegalArgumentException wrong(String key, String remedy) {
        return new IllegalArgumentException("'" + key + "' " + remedy + ".");
    }
}
