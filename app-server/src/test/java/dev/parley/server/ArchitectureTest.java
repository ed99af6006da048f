package dev.parley.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.parley.application.submit.AdmitTask;
import dev.parley.application.work.Renderings;
import dev.parley.domain.task.Task;
import dev.parley.ports.provider.VoiceProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls that the compiler does not build. */
class ArchitectureTest {

    private static final String DOMAIN = "dev.parley.domain..";
    private static final String PORTS = "dev.parley.ports..";
    private static final String APPLICATION = "dev.parley.application..";
    private static final String TURNS = "dev.parley.application.turns";
    private static final String ADAPTERS = "dev.parley.adapters..";
    private static final String PLUGINS = "dev.parley.plugins..";
    private static final String TESTKIT = "dev.parley.plugins.testkit..";
    private static final String REST = "dev.parley.rest..";
    private static final String GRPC = "dev.parley.grpc..";
    private static final String SERVER = "dev.parley.server..";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // Tests that another module lends, in a jar or in its folder.
            .withImportOption(location -> !location.contains("/elevenlabs/upstream/"))
            .withImportOption(location -> !location.contains("/proxies/upstream/"))
            .importPackages("dev.parley");

    @Test
    void theDomainKnowsNothingElse() {
        onlySees(DOMAIN, "java..", DOMAIN, "org.jspecify..");
    }

    @Test
    void portsKnowOnlyTheDomain() {
        onlySees(PORTS, "java..", DOMAIN, PORTS, "org.jspecify..");
    }

    @Test
    void theApplicationKnowsOnlyPortsAndDomainAndArithmetic() {
        onlySees(
                APPLICATION,
                "java..",
                "javax.crypto..",
                "at.favre.lib.crypto..",
                "io.github.bucket4j..",
                "io.github.resilience4j..",
                DOMAIN,
                PORTS,
                APPLICATION,
                "org.jspecify..");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.parley.plugins.localvoice..",
                "dev.parley.plugins.sandbox..",
                "dev.parley.adapters.elevenlabs..",
                "dev.parley.adapters.proxies.."
            })
    void aPluginSeesRequestsAndTheSpiOnly(String plugin) {
        classes()
                .that(resideInAPackage(plugin))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("dev.parley.."))
                        .or(resideInAnyPackage(
                                plugin,
                                "dev.parley.domain.dialogue",
                                "dev.parley.domain.audio",
                                "dev.parley.domain.music",
                                "dev.parley.domain.recording",
                                "dev.parley.domain.render",
                                "dev.parley.domain.session",
                                "dev.parley.domain.sound",
                                "dev.parley.domain.voice",
                                "dev.parley.ports.provider")))
                .check(ALL);
    }

    /** Who must not see what. */
    static List<List<String>> walls() {
        return List.of(
                List.of(REST, "dev.parley.ports.store..", "dev.parley.ports.audio..", ADAPTERS, PLUGINS, GRPC),
                List.of(GRPC, "dev.parley.ports.store..", "dev.parley.ports.audio..", ADAPTERS, PLUGINS, REST),
                List.of(
                        "dev.parley.adapters.storage..",
                        APPLICATION,
                        REST,
                        GRPC,
                        PLUGINS,
                        "dev.parley.adapters.audio..",
                        "dev.parley.adapters.webhooks.."),
                List.of(
                        "dev.parley.adapters.audio..",
                        APPLICATION,
                        REST,
                        GRPC,
                        PLUGINS,
                        "dev.parley.adapters.storage..",
                        "dev.parley.adapters.webhooks.."),
                List.of(
                        "dev.parley.adapters.webhooks..",
                        APPLICATION,
                        REST,
                        GRPC,
                        PLUGINS,
                        "dev.parley.ports.store..",
                        "dev.parley.adapters.storage..",
                        "dev.parley.adapters.audio..",
                        "dev.parley.adapters.elevenlabs.."),
                List.of(PLUGINS, APPLICATION, REST, GRPC, "dev.parley.adapters.storage.."));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void wallsStand(List<String> wall) {
        var unseen = wall.subList(1, wall.size());
        unseen.forEach(ArchitectureTest::exists);
        noClasses()
                .that(resideInAPackage(wall.getFirst()))
                .should()
                .dependOnClassesThat(resideInAnyPackage(unseen.toArray(String[]::new)))
                .check(ALL);
    }

    @Test
    void nothingSeesTheServer() {
        exists(SERVER);
        noClasses()
                .that(not(resideInAPackage(SERVER)))
                .should()
                .dependOnClassesThat(resideInAPackage(SERVER))
                .check(ALL);
    }

    @Test
    void theTestKitStaysOutOfProduction() {
        exists(TESTKIT);
        noClasses()
                .that(not(resideInAPackage(TESTKIT)))
                .should()
                .dependOnClassesThat(resideInAPackage(TESTKIT))
                .check(ALL);
    }

    @Test
    void onlyATaskReachesAProvider() {
        exists(TURNS);
        noClasses()
                // Who stands for a provider calls the one it stands for, and is called by Renderings alone.
                .that(resideInAnyPackage(APPLICATION, REST, GRPC).and(not(resideInAPackage(TURNS))))
                .and()
                .doNotBelongToAnyOf(Renderings.class)
                .should()
                .callMethodWhere(describe(
                        "VoiceProvider.render is called",
                        call -> call.getTargetOwner().isAssignableTo(VoiceProvider.class)
                                && call.getName().equals("render")))
                .check(ALL);
    }

    @Test
    void onlyAnAdmissionMakesATask() {
        noClasses()
                .that(resideInAnyPackage(APPLICATION, REST, GRPC, PLUGINS))
                .and()
                .doNotBelongToAnyOf(AdmitTask.class)
                .should()
                .callConstructorWhere(
                        describe("a Task is made", call -> call.getTargetOwner().isEquivalentTo(Task.class)))
                .check(ALL);
    }

    @Test
    void timeIsAnArgument() {
        noClasses()
                .that(resideInAnyPackage(DOMAIN, PORTS, APPLICATION, ADAPTERS, REST, GRPC))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(ALL);
    }

    private static void onlySees(String room, String... seen) {
        classes()
                .that(resideInAPackage(room))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(seen))
                .check(ALL);
    }

    /** A rule about a package that is not there would always hold. */
    private static void exists(String room) {
        assertThat(ALL.that(resideInAPackage(room))).as(room).isNotEmpty();
    }
}
