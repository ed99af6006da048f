package dev.parley.domain.audio;

/** What a rendering may be that is not one audio. */
public enum FileType implements Media {
    /** Several audios in one archive. */
    ZIP("application/zip", "zip"),
    /** A film. */
    MP4("video/mp4", "mp4"),
    /** A transcript, in UTF-8. */
    JSON("application/json", "json");

    private final String mediaType;
    private final String fileExtension;

    FileType(String mediaType, String fileExtension) {
        this.mediaType = mediaType;
        this.fileExtension = fileExtension;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public String fileExtension() {
        return fileExtension;
    }

    /** As callers see it. */
    @Override
    public String toString() {
        return fileExtension;
    }
}
