// Receives webhooks of Parley: node receive.mjs [PORT], with the signing secret in WEBHOOK_SECRET.
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.WEBHOOK_SECRET);

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    // The bytes as they came: JSON that was parsed and written again has another signature.
    webhook.verify(Buffer.concat(chunks), request.headers);
  } catch (error) {
    response.writeHead(400).end(error.message);
    return;
  }
  response.writeHead(204).end(); // first the answer, then the work
  console.log(`received ${request.headers['webhook-id']}`);
});

server.listen(Number(process.argv[2] ?? 8000), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
