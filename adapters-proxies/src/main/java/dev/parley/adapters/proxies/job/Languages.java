package dev.parley.adapters.proxies.job;

import dev.parley.domain.dialogue.LanguageCode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Eleven v3 speaks, whoever sells it. */
public final class Languages {

    public static final Set<LanguageCode> OF_V3 = Stream.concat(
                    Stream.of(LanguageCode.AUTO), LanguageCode.spoken().stream().map(LanguageCode::new))
            .collect(Collectors.toUnmodifiableSet());

    private Languages() {}
}
