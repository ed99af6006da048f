package dev.parley.rest.admin;

import dev.parley.adapters.storage.memory.MemoryStore;
import dev.parley.application.Limits;
import dev.parley.application.access.AdmitCall;
import dev.parley.application.access.CallLimits;
import dev.parley.application.access.Guesses;
import dev.parley.application.account.Authenticate;
import dev.parley.application.account.IssueKey;
import dev.parley.application.account.KeyHasher;
import dev.parley.application.account.VerifyLedger;
import dev.parley.application.admin.ChangePassword;
import dev.parley.application.admin.InspectTasks;
import dev.parley.application.admin.KeyDraft;
import dev.parley.application.admin.Once;
import dev.parley.application.admin.OpenFirstAdmin;
import dev.parley.application.admin.Password;
import dev.parley.application.admin.PasswordHashes;
import dev.parley.application.admin.ReadUsage;
import dev.parley.application.admin.RunAccounts;
import dev.parley.application.admin.RunCredits;
import dev.parley.application.admin.RunKeys;
import dev.parley.application.admin.SignIn;
import dev.parley.application.admin.SignInThrottle;
import dev.parley.application.notify.CallbackSecrets;
import dev.parley.application.notify.ReadDeliveries;
import dev.parley.application.notify.Resend;
import dev.parley.application.notify.RunEndpoints;
import dev.parley.application.notify.SendTest;
import dev.parley.application.session.SessionTokens;
import dev.parley.application.task.TaskSignals;
import dev.parley.domain.ledger.AuditReport;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.rest.RestProperties;
import dev.parley.rest.RestSettings;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.HttpsOnly;
import dev.parley.rest.fixture.MovingClock;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The operator's routes over real walks and memory, on loopback. */
final class AdminGateway implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";
    static final byte[] TOKEN_KEY = "32 bytes that only this test has".getBytes(StandardCharsets.UTF_8);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final MovingClock clock = new MovingClock();
    final MemoryStore store = new MemoryStore(clock);
    final RunAccounts accounts;
    final RunKeys keys;
    private final ApplicationContext context;
    private final EmbeddedServer server;

    AdminGateway() {
        var limits = Limits.DEFAULT;
        var hasher = new KeyHasher(new byte[32]);
        var authenticate = new Authenticate(store.apiKeys(), hasher, clock);
        var once = new Once(store.idempotencyKeys(), store.transactions(), limits, clock);
        var hashes = new PasswordHashes(4);
        var signIn = new SignIn(store.admins(), hashes, new SignInThrottle(clock));
        accounts = new RunAccounts(store.accounts(), store.ledger(), store.transactions(), once, limits, clock);
        keys = new RunKeys(
                store.accounts(),
                store.apiKeys(),
                store.spending(),
                store.transactions(),
                new IssueKey(hasher, clock, new SecureRandom()),
                clock);
        context = ApplicationContext.builder()
                .properties(RestProperties.of(limits, "127.0.0.1", 0))
                .build();
        context.registerSingleton(InstantSource.class, clock);
        context.registerSingleton(new RestSettings(false, () -> URI.create("http://unused"), List.of()));
        context.registerSingleton(new AdminTokenKey(TOKEN_KEY));
        List.<Object>of(
                        limits,
                        accounts,
                        keys,
                        signIn,
                        new SessionTokens(TOKEN_KEY, store.idempotencyKeys(), store.transactions(), clock),
                        new AdmitCall(authenticate, new Guesses(hasher, clock), new CallLimits(clock)),
                        new ChangePassword(store.admins(), store.transactions(), signIn, hashes, clock),
                        new RunCredits(store.accounts(), store.ledger(), store.transactions(), once, limits, clock),
                        new InspectTasks(store.tasks(), store.attempts(), limits),
                        new ReadUsage(store.usage(), clock),
                        new RunEndpoints(
                                store.endpoints(),
                                store.transactions(),
                                new HttpsOnly(),
                                AdminGateway::newSecret,
                                limits,
                                clock),
                        new ReadDeliveries(store.deliveries(), limits),
                        new Resend(store.endpoints(), store.deliveries(), new TaskSignals(), clock),
                        new SendTest(store.endpoints(), store.deliveries(), new TaskSignals(), clock),
                        new CallbackSecrets(store.endpoints(), AdminGateway::newSecret, clock),
                        new VerifyLedger(() -> new AuditReport(1, 2, List.of())))
                .forEach(context::registerSingleton);
        var _ = new OpenFirstAdmin(store.admins(), store.transactions(), hashes, clock, new SecureRandom())
                .open(new Password(PASSWORD));
        context.start();
        server = context.getBean(EmbeddedServer.class).start();
    }

    private static SigningSecret newSecret() {
        return SigningSecret.issue(new SecureRandom());
    }

    /** Method and path of every route below this one, as it is declared. */
    Set<String> routes(String below) {
        return context.getBean(Router.class)
                .uriRoutes()
                .filter(route -> route.getUriMatchTemplate().toPathString().startsWith(below))
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A key of a new account. */
    String key() {
        var account = accounts.open("Acme").account().id();
        return keys.issue(account, "server", KeyDraft.NONE).secret().value();
    }

    String token() {
        return token(PASSWORD);
    }

    String token(String password) {
        return signIn("admin", password).json().path("access_token").asText();
    }

    Answer signIn(String name, String password) {
        return send("POST", "/admin/v1/login", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
    }

    Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server.getURI() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(20));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            return new Answer(HTTP.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError("no answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Answer as(String token, String method, String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add("Authorization");
        all.add("Bearer " + token);
        return send(method, path, body, all.toArray(String[]::new));
    }

    @Override
    public void close() {
        context.close();
    }
}
