package dev.parley.domain.dialogue;

/** Which values of stability a model takes. */
public enum StabilityRule {
    /** Exactly 0, 0.5 or 1: creative, natural, robust. */
    STEPS("one of 0, 0.5, 1") {
        @Override
        public boolean allows(double stability) {
            return stability == 0 || stability == 0.5 || stability == 1;
        }

        @Override
        public double nearest(double stability) {
            return Math.clamp(Math.round(stability * 2) / 2.0, 0, 1);
        }
    },
    /** Anything from 0 to 1. */
    RANGE("a number from 0 to 1") {
        @Override
        public boolean allows(double stability) {
            return stability >= 0 && stability <= 1;
        }

        @Override
        public double nearest(double stability) {
            return Math.clamp(stability, 0, 1);
        }
    };

    private final String wording;

    StabilityRule(String wording) {
        this.wording = wording;
    }

    public abstract boolean allows(double stability);

    /** The allowed value that is nearest to this one. */
    public abstract double nearest(double stability);

    /** Completes "must be ...". */
    @Override
    public String toString() {
        return wording;
    }
}
