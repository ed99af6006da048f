package dev.parley.application.submit;

import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Draft;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for, as they put it: nothing checked yet.
 *
 * @param model public model; required, but may be missing here
 * @param format name of an audio format; the default where null
 * @param callback who shall be told of the task
 * @param standIns whether a voice that nobody knows is a part, to be spoken by whoever is free
 */
public record Order(
        @Nullable String model,
        Draft draft,
        RenderOptions options,
        Delivery delivery,
        @Nullable String format,
        @Nullable CallbackDraft callback,
        boolean standIns) {

    /** With voices by name. */
    public Order(
            @Nullable String model,
            Draft draft,
            RenderOptions options,
            Delivery delivery,
            @Nullable String format,
            @Nullable CallbackDraft callback) {
        this(model, draft, options, delivery, format, callback, false);
    }

    /** One into a file, that asks for nothing beside the draft. */
    public Order(@Nullable String model, Draft draft, @Nullable String format, @Nullable CallbackDraft callback) {
        this(model, draft, RenderOptions.NONE, Delivery.WHOLE, format, callback);
    }
}
