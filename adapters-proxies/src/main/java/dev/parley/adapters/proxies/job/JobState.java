package dev.parley.adapters.proxies.job;

import dev.parley.domain.render.Failure;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a job stands, by the upstream's word. */
public sealed interface JobState {

    /** It waits, or is being worked at. */
    record Working() implements JobState {}

    /**
     * @param file where its audio lies
     * @param cost as told; null where it was not
     */
    record Done(String file, @Nullable BigDecimal cost) implements JobState {}

    /** @param charged whether it may have been paid for */
    record Failed(Failure failure, boolean charged) implements JobState {}

    /** Nothing that the upstream documents. */
    record Unknown() implements JobState {}
}
