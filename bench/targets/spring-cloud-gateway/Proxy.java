package dev.parley.bench.proxy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring Cloud Gateway with the route of {@code application.yml}. */
@SpringBootApplication
public class Proxy {

    public static void main(String... arguments) {
        SpringApplication.run(Proxy.class, arguments);
    }
}
