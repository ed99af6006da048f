package dev.parley.plugins.sandbox;

import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.Sections;
import dev.parley.domain.music.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The plan that a prompt becomes: always the same one. */
final class PromptedPlan {

    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration SECTION_SHORTEST = Duration.ofSeconds(5);
    private static final List<String> NAMES =
            List.of("Intro", "Verse", "Chorus", "Bridge", "Verse 2", "Chorus 2", "Solo", "Outro");
    private static final int STYLE_CHARACTERS_MAX = 100;

    private PromptedPlan() {}

    static Sections of(Score.Prompt prompt, boolean instrumental) {
        long millis = Objects.requireNonNullElse(prompt.length(), USUAL).toMillis();
        int count = Math.clamp(millis / SECTION_SHORTEST.toMillis(), 1, NAMES.size());
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = NAMES.get(i);
            // Their borders are rounded, so that together they are as long as the whole.
            var length = Duration.ofMillis(millis * (i + 1) / count - millis * i / count);
            var lines = instrumental
                    ? List.<String>of()
                    : List.of("This is the " + name.toLowerCase(Locale.ROOT) + " of a test.");
            sections.add(new Section(name, List.of("plain tone"), List.of(), length, lines, null));
        }
        return new Sections(List.of(style(prompt.text())), List.of(), sections);
    }

    private static String style(String prompt) {
        String style = prompt.strip();
        int characters = Math.min(STYLE_CHARACTERS_MAX, style.codePointCount(0, style.length()));
        return style.substring(0, style.offsetByCodePoints(0, characters));
    }
}
