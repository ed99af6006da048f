package dev.parley.domain.audio;

/**
 * Where finished audio lies, and what it is.
 *
 * @param id random, of 32 lower-case hexadecimal digits; names the file in the audio store
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 */
public record AudioRef(String id, AudioFormat format, long bytes, String sha256) {}
