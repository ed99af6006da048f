package dev.parley.server.e2e;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.websocket.annotation.ServerWebSocket;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every route of the HTTP edge, as {@code POST /v1/music}: read from the controllers, so that none can be forgotten. */
final class Routes {

    private Routes() {}

    static List<String> all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.parley.rest").stream()
                        .filter(type -> type.isAnnotatedWith(Controller.class))
                        .map(JavaClass::reflect)
                        .flatMap(Routes::of)
                        .sorted()
                        .toList();
    }

    /** Paths of connections that go both ways. */
    static List<String> sessions() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.parley.rest").stream()
                        .filter(type -> type.isAnnotatedWith(ServerWebSocket.class))
                        .map(type -> type.reflect()
                                .getAnnotation(ServerWebSocket.class)
                                .value())
                        .sorted()
                        .toList();
    }

    private static Stream<String> of(Class<?> controller) {
        String base = controller.getAnnotation(Controller.class).value();
        return Arrays.stream(controller.getDeclaredMethods())
                .flatMap(Routes::of)
                .map(route -> {
                    int space = route.indexOf(' ');
                    return route.substring(0, space + 1) + joined(base, route.substring(space + 1));
                });
    }

    private static Stream<String> of(Method method) {
        var get = method.getAnnotation(Get.class);
        var post = method.getAnnotation(Post.class);
        var put = method.getAnnotation(Put.class);
        var patch = method.getAnnotation(Patch.class);
        var delete = method.getAnnotation(Delete.class);
        return Stream.of(
                        get == null ? null : named("GET", get.value(), get.uris()),
                        post == null ? null : named("POST", post.value(), post.uris()),
                        put == null ? null : named("PUT", put.value(), put.uris()),
                        patch == null ? null : named("PATCH", patch.value(), patch.uris()),
                        delete == null ? null : named("DELETE", delete.value(), delete.uris()))
                .flatMap(Stream::ofNullable)
                .flatMap(List::stream);
    }

    private static List<String> named(String verb, String value, String[] uris) {
        boolean several = uris.length > 0 && !(uris.length == 1 && uris[0].equals("/"));
        return (several ? Arrays.stream(uris) : Stream.of(value))
                .map(path -> verb + " " + path)
                .toList();
    }

    private static String joined(String base, String path) {
        String both = (base.equals("/") ? "" : base) + (path.equals("/") ? "" : path);
        return both.startsWith("/") ? both : "/" + both;
    }
}
