// Makes one call with ElevenLabs' client, as it comes out of the box, and prints what became of it as JSON: for tests of what its
// own retries lead to.
//
//   PARLEY_API_KEY=sk-... node one-call.mjs http://127.0.0.1:8080 stream

import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js';

const [baseUrl, method] = process.argv.slice(2);
const client = new ElevenLabsClient({ baseUrl, apiKey: process.env.PARLEY_API_KEY });
const inputs = [{ text: 'Did you finish the report? Almost, give me another hour for that.', voiceId: 'Rachel' }];

const outcome = { bytes: 0, whole: false };
try {
  for await (const chunk of await client.textToDialogue[method]({ inputs })) {
    outcome.bytes += chunk.length;
  }
  outcome.whole = true;
} catch (error) {
  outcome.status = error.statusCode ?? null;
  outcome.error = error.message;
}
console.log(JSON.stringify(outcome));
