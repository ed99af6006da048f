package dev.parley.domain.render;

/**
 * How a rendering is wanted, for providers that have a choice. Whatever they choose, what they return is whole and in order.
 *
 * @param streamed whether somebody listens while it is rendered; else all of it may come at once
 * @param timings whether somebody asked when each character is heard
 */
public record Delivery(boolean streamed, boolean timings) {

    /** Into a file, in its own time. */
    public static final Delivery WHOLE = new Delivery(false, false);
}
