package dev.parley.adapters.audio;

/** Names of boxes, as numbers. */
final class Mp4Box {

    static final int MOOV = 0x6d6f6f76;
    static final int TRAK = 0x7472616b;
    static final int TKHD = 0x746b6864;
    static final int MDIA = 0x6d646961;
    static final int MDHD = 0x6d646864;
    static final int HDLR = 0x68646c72;
    static final int MINF = 0x6d696e66;
    static final int STBL = 0x7374626c;
    static final int STTS = 0x73747473;
    static final int MVEX = 0x6d766578;
    static final int TREX = 0x74726578;
    static final int MOOF = 0x6d6f6f66;
    static final int TRAF = 0x74726166;
    static final int TFHD = 0x74666864;
    static final int TRUN = 0x7472756e;

    /** What a track is for. */
    static final int SOUND = 0x736f756e;

    static final int VIDEO = 0x76696465;

    private Mp4Box() {}
}
