package dev.parley.bench.trial;

import java.util.List;

/** All of them, in the order of the page. */
public final class Trials {

    public static final List<Trial> ALL =
            List.of(new SubmitsTrial(), new VoiceTrial(), new StartTrial(), new BodiesTrial(), new GrowthTrial());

    private Trials() {}
}
