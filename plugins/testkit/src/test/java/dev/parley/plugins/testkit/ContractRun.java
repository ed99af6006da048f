package dev.parley.plugins.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract as a test run of its own, against a provider with a flaw. */
final class ContractRun implements TestExecutionListener {

    private static final String FLAW = "flaw";

    private static final String LOOKS_AT_ALL_THREADS = "p12_closeEndsItsThreads";

    /** The other clauses share nothing, and mostly wait for deadlines and for flawed providers. */
    private static final Map<String, String> BESIDE_EACH_OTHER = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4",
            "junit.jupiter.execution.parallel.config.fixed.max-pool-size", "4");

    private final Set<String> failed = new ConcurrentSkipListSet<>();
    private final Set<String> passed = new ConcurrentSkipListSet<>();

    private ContractRun() {}

    static ContractRun of(Class<?> contract, Enum<?> flaw) {
        var run = new ContractRun();
        var alone = clauses(contract, flaw).filters(clausesWhose(LOOKS_AT_ALL_THREADS::equals));
        var together = clauses(contract, flaw)
                .filters(clausesWhose(name -> !name.equals(LOOKS_AT_ALL_THREADS)))
                .configurationParameters(BESIDE_EACH_OTHER);
        LauncherFactory.create().execute(alone.build(), run);
        LauncherFactory.create().execute(together.build(), run);
        return run;
    }

    private static LauncherDiscoveryRequestBuilder clauses(Class<?> contract, Enum<?> flaw) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(List.of(selectClass(contract)))
                .configurationParameter(FLAW, flaw.name());
    }

    private static PostDiscoveryFilter clausesWhose(Predicate<String> name) {
        return found -> FilterResult.includedIf(!found.isTest() || name.test(name(found.getLegacyReportingName())));
    }

    private static String name(String reported) {
        return reported.replace("()", "");
    }

    Set<String> failed() {
        return failed;
    }

    Set<String> passed() {
        return passed;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            String name = name(test.getLegacyReportingName());
            (result.getStatus() == Status.SUCCESSFUL ? passed : failed).add(name);
        }
    }

    /** Gives the contract's constructor the flaw of this run. */
    static final class FlawOfTheRun implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().isEnum();
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            String wanted = context.getConfigurationParameter(FLAW).orElse("NONE");
            for (Object constant : parameter.getParameter().getType().getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(wanted)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("no flaw " + wanted);
        }
    }
}
