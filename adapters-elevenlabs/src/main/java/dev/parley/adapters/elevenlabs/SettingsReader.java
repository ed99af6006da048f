package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.Settings.Proof;
import dev.parley.adapters.elevenlabs.Settings.Timeouts;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.provider.ProviderConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the configuration; what is wrong stops the start, and is named with the remedy. */
final class SettingsReader {

    static final String API_KEY = "api_key";

    private static final Set<String> KNOWN = Set.of(
            API_KEY,
            "base_url",
            "concurrency",
            "connect_timeout",
            "first_byte_timeout",
            "whole_timeout",
            "work_timeout",
            "idle_timeout",
            "queue_timeout",
            "voice_aliases",
            "cache_time",
            "proof",
            "formats");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

    private final ProviderConfig config;

    private SettingsReader(ProviderConfig config) {
        this.config = config;
    }

    /** @throws IllegalArgumentException naming the key and the remedy, never a value that may be secret */
    static Settings read(ProviderConfig config) {
        var unknown = new TreeSet<>(config.values().keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw wrong(
                    unknown.first(), "is not known. Remove it; known are " + String.join(", ", new TreeSet<>(KNOWN)));
        }
        return new SettingsReader(config).settings();
    }

    private Settings settings() {
        var timeouts = new Timeouts(
                duration("connect_timeout", "10s"),
                duration("first_byte_timeout", "60s"),
                duration("whole_timeout", "5m"),
                duration("work_timeout", "30m"),
                duration("idle_timeout", "30s"),
                duration("queue_timeout", "60s"));
        var keys = new KeysReader(config.required(API_KEY), value("concurrency", "4")).keys();
        return new Settings(baseUrl(), keys, timeouts, aliases(), duration("cache_time", "10m"), proof(), formats());
    }

    private URI baseUrl() {
        String text = value("base_url", "https://api.elevenlabs.io");
        try {
            var uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getQuery() == null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'base_url' is no URL. Set it as https://api.elevenlabs.io.", e);
        }
        throw wrong("base_url", "must be an address as https://api.elevenlabs.io, without user, password and query");
    }

    private Duration duration(String key, String usual) {
        Matcher matcher = DURATION.matcher(value(key, usual));
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
            throw wrong(key, "must be longer than nothing, as " + usual);
        }
        return duration;
    }

    private Map<String, String> aliases() {
        Map<String, String> aliases = new LinkedHashMap<>();
        for (String pair : parts(value("voice_aliases", ""))) {
            int equals = pair.indexOf('=');
            String alias = equals < 0 ? "" : pair.substring(0, equals).strip();
            String target = pair.substring(equals + 1).strip();
            if (alias.isEmpty() || target.isEmpty()) {
                throw wrong(
                        "voice_aliases", "must be pairs as Rachel=21m00Tcm4TlvDq8ikWAM,Narrator=Brian, with commas");
            }
            if (aliases.put(alias.toLowerCase(Locale.ROOT), target) != null) {
                throw wrong("voice_aliases", "names '" + alias + "' twice. Remove one");
            }
        }
        return aliases;
    }

    private Proof proof() {
        return switch (value("proof", "timings")) {
            case "timings" -> Proof.TIMINGS;
            case "duration" -> Proof.DURATION;
            default -> throw wrong("proof", "must be timings or duration");
        };
    }

    private Set<AudioFormat> formats() {
        List<String> names = parts(value("formats", ""));
        if (names.isEmpty()) {
            return EnumSet.allOf(AudioFormat.class);
        }
        var formats = EnumSet.noneOf(AudioFormat.class);
        for (String name : names) {
            formats.add(AudioFormat.parse(name)
                    .orElseThrow(() -> wrong(
                            "formats",
                            "must be some of these, with commas: "
                                    + String.join(
                                            ", ",
                                            Arrays.stream(AudioFormat.values())
                                                    .map(AudioFormat::toString)
                                                    .toList()))));
        }
        if (OtherModels.OF_MUSIC_ONLY.containsAll(formats)) {
            throw wrong("formats", "must have one that is not for music only, as mp3_44100_128");
        }
        return formats;
    }

    private String value(String key, String usual) {
        return config.value(key).map(String::strip).orElse(usual);
    }

    static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    static IllegalArgumentException wrong(String key, String remedy) {
        return new IllegalArgumentException("'" + key + "' " + remedy + ".");
    }
}
