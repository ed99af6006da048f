package dev.parley.rest.auth;

import dev.parley.application.Caller;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the caller to a controller. A path that slipped past the filter has no caller, and is refused here. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> source) {
        var caller = Admission.caller(source);
        if (caller.isEmpty()) {
            throw new Refused(new Refusal.Unauthenticated("An API key is required."));
        }
        return () -> Optional.of(caller.get());
    }
}
