package dev.parley.rest.admin;

import dev.parley.domain.refusal.Refused;
import io.micronaut.http.HttpRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands after the question mark. */
final class Parameters {

    private final HttpRequest<?> request;

    /** @throws Refused if there is one that is none of these */
    Parameters(HttpRequest<?> request, String... known) {
        this.request = request;
        var names = Set.of(known);
        for (String name : request.getParameters().names()) {
            if (!names.contains(name)) {
                throw Refused.invalid(name, "is not a known parameter.");
            }
        }
    }

    @Nullable
    String text(String name) {
        var values = request.getParameters().getAll(name);
        if (values.size() > 1) {
            throw Refused.invalid(name, "must be given once.");
        }
        if (values.isEmpty() || values.getFirst().isEmpty()) {
            return null;
        }
        if (values.getFirst().chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid(name, "must not hold control characters.");
        }
        return values.getFirst();
    }

    @Nullable
    Integer number(String name) {
        return parsed(name, "must be a whole number.", Integer::valueOf);
    }

    @Nullable
    LocalDate day(String name) {
        return parsed(name, "must be a day, as 2026-11-21.", LocalDate::parse);
    }

    <E extends Enum<E>> @Nullable E one(String name, Class<E> type) {
        return parsed(name, wanted(type), text -> word(type, text));
    }

    /** Separated by commas. */
    <E extends Enum<E>> Set<E> some(String name, Class<E> type) {
        var found = parsed(name, wanted(type), text -> {
            Set<E> words = EnumSet.noneOf(type);
            for (String word : text.split(",", -1)) {
                words.add(word(type, word));
            }
            return words;
        });
        return found == null ? EnumSet.noneOf(type) : found;
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> lower(constant).equals(word))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static <E extends Enum<E>> String wanted(Class<E> type) {
        return "must be of: "
                + String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants())
                                .map(Parameters::lower)
                                .toList())
                + ".";
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private <T> @Nullable T parsed(String name, String wanted, Function<String, T> parser) {
        String text = text(name);
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException _) {
            throw Refused.invalid(name, wanted);
        }
    }
}
