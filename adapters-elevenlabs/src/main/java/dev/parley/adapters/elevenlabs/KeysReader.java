package dev.parley.adapters.elevenlabs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code [NAME=]KEY[*WEIGHT]}, with commas, and the places of each. What it complains of, it never quotes. */
final class KeysReader {

    private static final Pattern KEY = Pattern.compile(
            "(?:(?<name>[A-Za-z][A-Za-z0-9_-]{0,31})=)?(?<secret>[!-~&&[^*=,]]+)(?:\\*(?<weight>\\d{1,3}))?");
    private static final Pattern PLACES =
            Pattern.compile("(?:(?<name>[A-Za-z][A-Za-z0-9_-]{0,31})=)?(?<places>\\d{1,4})");
    private static final int USUAL_PLACES = 4;

    private final String keys;
    private final String concurrency;

    KeysReader(String keys, String concurrency) {
        this.keys = keys;
        this.concurrency = concurrency;
    }

    List<UpstreamKey> keys() {
        List<String> parts = SettingsReader.parts(keys);
        Set<String> names = new HashSet<>();
        Set<String> secrets = new HashSet<>();
        Map<String, Integer> places = places();
        List<UpstreamKey> read = new ArrayList<>();
        for (String part : parts) {
            UpstreamKey key = key(part, read.size() + 1, places);
            if (!names.add(key.name())) {
                throw wrong("has two keys called '" + key.name() + "'. Give each a name of its own");
            }
            if (!secrets.add(key.secret())) {
                throw wrong("has the same key twice. Remove one, and give the other a weight");
            }
            read.add(key);
        }
        if (read.isEmpty()) {
            throw wrong("holds no key. Set a key of ElevenLabs, or several as NAME=KEY*WEIGHT, with commas");
        }
        for (String name : places.keySet()) {
            if (!name.isEmpty() && !names.contains(name)) {
                throw SettingsReader.wrong("concurrency", "names '" + name + "', which is no key of 'api_key'");
            }
        }
        return List.copyOf(read);
    }

    private static UpstreamKey key(String part, int number, Map<String, Integer> places) {
        Matcher matcher = KEY.matcher(part);
        if (!matcher.matches()) {
            throw wrong("is malformed at key " + number + ". Write KEY, or NAME=KEY*WEIGHT, with commas");
        }
        String named = matcher.group("name");
        String name = named == null ? "key" + number : named;
        String told = matcher.group("weight");
        int weight = told == null ? 1 : Integer.parseInt(told);
        if (weight < 1) {
            throw wrong("gives '" + name + "' no weight. Weights are whole numbers from 1");
        }
        int usual = places.getOrDefault("", USUAL_PLACES);
        return new UpstreamKey(name, matcher.group("secret"), weight, places.getOrDefault(name, usual));
    }

    /** By the key's name; without one, for all that are not named. */
    private Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (String part : SettingsReader.parts(concurrency)) {
            Matcher matcher = PLACES.matcher(part);
            int number = matcher.matches() ? Integer.parseInt(matcher.group("places")) : 0;
            if (number < 1) {
                throw SettingsReader.wrong(
                        "concurrency", "must be a whole number from 1, or one for each key as main=10,second=3");
            }
            String name = matcher.group("name");
            places.put(name == null ? "" : name, number);
        }
        return places;
    }

    private static IllegalArgumentException wrong(String remedy) {
        return SettingsReader.wrong(SettingsReader.API_KEY, remedy);
    }
}
