package dev.parley.domain.audio;

/**
 * Where what a rendering made lies, and what it is: audio, or a file of another type.
 *
 * @param id random, of 32 lower-case hexadecimal digits; names the file in the audio store
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 */
public record AudioRef(String id, Media format, long bytes, String sha256) {}
