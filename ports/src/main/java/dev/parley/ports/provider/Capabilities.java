package dev.parley.ports.provider;

import java.util.List;

/** What a provider can do, as data. Models have distinct names. */
public record Capabilities(List<Model> models) {
    public Capabilities {
        models = List.copyOf(models);
    }
}
