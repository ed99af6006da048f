import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Receives webhooks: java -cp standardwebhooks-1.2.0.jar Receive.java [PORT], with the signing secret in WEBHOOK_SECRET. */
class Receive {

    public static void main(String[] args) throws Exception {
        var webhook = new Webhook(System.getenv("WEBHOOK_SECRET"));
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 8000;
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            // The text as it came: JSON that was parsed and written again has another signature.
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = 204;
            try {
                webhook.verify(body, exchange.getRequestHeaders());
            } catch (WebhookVerificationException e) {
                status = 400;
            }
            exchange.sendResponseHeaders(status, -1); // first the answer, then the work
            exchange.close();
            if (status == 204) {
                System.out.println("received " + exchange.getRequestHeaders().getFirst("webhook-id"));
            }
        });
        server.start();
        System.out.println("listening on " + server.getAddress().getPort());
    }
}
