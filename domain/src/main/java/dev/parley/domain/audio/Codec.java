package dev.parley.domain.audio;

/** How samples become bytes. All audio in Parley has one channel. */
public enum Codec {
    /** MPEG audio layer III, constant bitrate, no ID3 and no Xing header. */
    MP3("audio/mpeg", "mp3"),
    /** Signed 16-bit little-endian samples without a header. */
    PCM("audio/pcm", "pcm"),
    /** ITU-T G.711 mu-law without a header. */
    ULAW("audio/basic", "ulaw"),
    /** ITU-T G.711 A-law without a header. */
    ALAW("audio/x-alaw-basic", "alaw"),
    /** Opus in Ogg pages (RFC 7845). */
    OPUS("audio/ogg; codecs=opus", "opus");

    private final String mediaType;
    private final String fileExtension;

    Codec(String mediaType, String fileExtension) {
        this.mediaType = mediaType;
        this.fileExtension = fileExtension;
    }

    /** Value of an HTTP Content-Type header. */
    public String mediaType() {
        return mediaType;
    }

    /** Without the full stop. */
    public String fileExtension() {
        return fileExtension;
    }
}
