package dev.parley.rest.elevenlabs;

import dev.parley.application.catalog.Voices.Listed;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.provider.Voice;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which voices a caller wants to see, in which order, and which of them now. What it does not know it ignores. */
final class VoiceQuery {

    static final int PAGE_DEFAULT = 10;
    static final int PAGE_MAX = 100;
    private static final int TOKEN_LENGTH_MAX = 6;

    private final QueryFields query;

    VoiceQuery(QueryFields query) {
        this.query = query;
    }

    List<Listed> chosen(List<Listed> all) {
        var ids = new HashSet<>(query.texts("voice_ids"));
        var chosen = all.stream()
                .filter(one -> ids.isEmpty() || ids.contains(one.voice().id()))
                .filter(of(matches(query.text("search"))))
                .filter(of(is(query.text("category"), Voice::category)))
                .filter(of(hasLabel("gender", query.texts("gender"))))
                .filter(of(hasLabel("age", query.texts("age"))))
                .filter(of(hasLabel("accent", query.texts("accent"))))
                .filter(of(hasLabel("language", query.texts("language"))))
                .filter(of(hasLabel("use_case", query.texts("use_cases"))));
        var order = order();
        return (order == null ? chosen : chosen.sorted(Comparator.comparing(Listed::voice, order))).toList();
    }

    int pageSize() {
        var size = query.number("page_size");
        if (size != null && (size < 1 || size > PAGE_MAX)) {
            throw Refused.invalid("page_size", "should be from 1 to " + PAGE_MAX + ".");
        }
        return size == null ? PAGE_DEFAULT : size;
    }

    /** Index of the first of this page: what the page before told. */
    int first() {
        String token = query.text("next_page_token");
        if (token == null) {
            return 0;
        }
        if (token.length() > TOKEN_LENGTH_MAX || !token.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refused.invalid("next_page_token", "should come from an earlier answer.");
        }
        return Integer.parseInt(token);
    }

    /** When a voice was made nobody here knows: then the providers' own order stays. */
    private @Nullable Comparator<Voice> order() {
        if (!"name".equals(query.text("sort"))) {
            return null;
        }
        var byName = Comparator.comparing((Voice voice) -> voice.name().toLowerCase(Locale.ROOT));
        return "desc".equals(query.text("sort_direction")) ? byName.reversed() : byName;
    }

    private static Predicate<Listed> of(Predicate<Voice> wanted) {
        return listed -> wanted.test(listed.voice());
    }

    private static Predicate<Voice> matches(@Nullable String search) {
        String wanted = search == null ? "" : search.toLowerCase(Locale.ROOT);
        return voice -> (voice.name() + " " + voice.description() + " " + voice.category() + " "
                        + String.join(" ", voice.labels().values()))
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private static Predicate<Voice> is(@Nullable String wanted, Function<Voice, String> property) {
        return voice -> wanted == null || property.apply(voice).equalsIgnoreCase(wanted);
    }

    private static Predicate<Voice> hasLabel(String label, List<String> wanted) {
        return voice -> wanted.isEmpty()
                || wanted.stream()
                        .anyMatch(value -> value.equalsIgnoreCase(voice.labels().get(label)));
    }
}
