package dev.parley.application.stream;

/** What becomes of a live stream whose caller has gone before its end. */
public enum OnLeave {
    /** The provider is stopped at once; the turns that had begun are paid. */
    CANCEL,
    /** It is rendered to its end and kept for the caller, who pays all of it. */
    FINISH
}
