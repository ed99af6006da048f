package dev.parley.rest.http;

/** Header that tells who made the audio. */
public final class Delivered {

    public static final String PROVIDER = "x-parley-provider";

    private Delivered() {}
}
