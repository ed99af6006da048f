package dev.parley.rest.auth;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Lets nobody in without a good key, before a byte of the body is read. */
@Guarded
final class ApiKeyFilter {

    private final Admission admission;

    ApiKeyFilter(Admission admission) {
        this.admission = admission;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.OPTIONS) {
            admission.admit(request);
        }
    }
}
