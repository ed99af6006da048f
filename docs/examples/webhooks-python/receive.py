"""Receives webhooks of Parley: python receive.py [PORT], with the signing secret in WEBHOOK_SECRET."""
import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

webhook = Webhook(os.environ["WEBHOOK_SECRET"])


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        # The bytes as they came: JSON that was parsed and written again has another signature.
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            webhook.verify(body, dict(self.headers))
        except WebhookVerificationError as error:
            self.answer(400, str(error))
            return
        self.answer(204)  # first the answer, then the work
        print("received", self.headers["webhook-id"], flush=True)

    def answer(self, status, text=""):
        self.send_response(status)
        self.end_headers()
        if text:  # a caller who has the status may be gone
            self.wfile.write(text.encode())


server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 8000), Receiver)
print("listening on", server.server_port, flush=True)
server.serve_forever()
