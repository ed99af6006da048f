package dev.parley.adapters.audio;

/** The two laws of ITU-T G.711: a sample in eight bits, finer where it is quiet. */
enum Companding {
    ULAW {
        @Override
        byte compress(short sample) {
            int magnitude = Math.min(Math.abs((int) sample), LOUDEST) + BIAS;
            int exponent = exponent(magnitude);
            int mantissa = magnitude >> (exponent + 3) & 0x0f;
            return (byte) ~(sign(sample) | exponent << 4 | mantissa);
        }

        @Override
        short expand(byte code) {
            int plain = ~code;
            int exponent = plain >> 4 & 7;
            int magnitude = ((((plain & 0x0f) << 3) + BIAS) << exponent) - BIAS;
            return (short) ((plain & 0x80) == 0 ? magnitude : -magnitude);
        }
    },
    ALAW {
        @Override
        byte compress(short sample) {
            int magnitude = sample < 0 ? ~sample : sample;
            int exponent = magnitude < 256 ? 0 : exponent(magnitude);
            int mantissa = magnitude >> Math.max(exponent + 3, 4) & 0x0f;
            return (byte) ((sign(sample) | exponent << 4 | mantissa) ^ 0xd5);
        }

        @Override
        short expand(byte code) {
            int plain = code ^ 0xd5;
            int exponent = plain >> 4 & 7;
            int middle = (plain & 0x0f) << 4 | 8;
            int magnitude = exponent == 0 ? middle : (middle + 0x100) << (exponent - 1);
            return (short) ((plain & 0x80) == 0 ? magnitude : -magnitude);
        }
    };

    private static final int BIAS = 132;
    private static final int LOUDEST = Short.MAX_VALUE - BIAS;

    abstract byte compress(short sample);

    /** The middle of the step that {@code code} stands for. */
    abstract short expand(byte code);

    private static int sign(short sample) {
        return sample < 0 ? 0x80 : 0;
    }

    private static int exponent(int magnitude) {
        return 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
    }
}
