package dev.parley.plugins.localvoice;

/**
 * A turn that knows how it is to be spoken.
 *
 * @param turn index in the dialogue
 */
record Line(int turn, String text, Manner manner) {}
