package dev.parley.plugins.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract as a test run of its own, against a provider with a flaw. */
final class ContractRun implements TestExecutionListener {

    private static final String FLAW = "flaw";

    private final Set<String> failed = new TreeSet<>();
    private final Set<String> passed = new TreeSet<>();

    private ContractRun() {}

    static ContractRun of(Class<?> contract, Enum<?> flaw) {
        var run = new ContractRun();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(List.of(selectClass(contract)))
                .configurationParameter(FLAW, flaw.name())
                .build();
        LauncherFactory.create().execute(request, run);
        return run;
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
            String name = test.getLegacyReportingName().replace("()", "");
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
