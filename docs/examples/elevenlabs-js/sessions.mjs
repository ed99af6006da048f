// Has sound written down while it is heard, with ElevenLabs' client, and prints what became of it as JSON: a test, rather than an
// example. Their client has no other sessions.
//
//   PARLEY_API_KEY=sk-test-... node sessions.mjs http://127.0.0.1:8080 [token]
//
// With 'token', by a token that is good once instead of the key.

import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js';

const [baseUrl, how] = process.argv.slice(2);
const client = new ElevenLabsClient({ baseUrl, apiKey: process.env.PARLEY_API_KEY });
const outcome = { started: false, partials: 0, committed: [], errors: [], closed: false };
const second = Buffer.alloc(32_000);
for (let i = 0; i < second.length; i += 2) {
  second.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * 330 * i) / 32_000)), i);
}

const options = { modelId: 'scribe_v2_realtime', audioFormat: 'pcm_16000', sampleRate: 16_000, commitStrategy: 'manual' };
if (how === 'token') {
  options.token = (await client.tokens.singleUse.create('realtime_scribe')).token;
}
const connection = await client.speechToText.realtime.connect(options);
const closed = new Promise((resolve) => connection.on('close', resolve));
connection.on('session_started', () => {
  outcome.started = true;
  connection.send({ audioBase64: second.toString('base64') });
  connection.send({ audioBase64: second.toString('base64') });
  connection.commit();
});
connection.on('partial_transcript', () => outcome.partials++);
connection.on('committed_transcript', (data) => {
  outcome.committed.push(data.text);
  connection.close();
});
connection.on('error', (error) => outcome.errors.push(error.message_type ?? error.message));
await closed;
outcome.closed = true;
console.log(JSON.stringify(outcome));
