// Speaks through Parley with OpenAI's own client: an app moves by its base URL and key alone.
//
//   npm install
//   OPENAI_BASE_URL=http://127.0.0.1:8080/v1 OPENAI_API_KEY=sk-... node speak.mjs FOLDER
//
// Writes speech.mp3, .wav, .pcm and .opus, events.pcm and dialogue.mp3 into the folder, then makes mistakes on purpose.
// Prints what came of each; ends with status 1 if anything is not as it should be.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import OpenAI, { AuthenticationError, BadRequestError, NotFoundError } from 'openai';

const client = new OpenAI();
const speech = {
  model: 'gpt-4o-mini-tts',
  voice: 'coral',
  input: 'Good evening. The report is finished, and nobody was charged twice.',
};
const [folder] = process.argv.slice(2);
if (!folder) {
  throw new Error('usage: OPENAI_BASE_URL=... OPENAI_API_KEY=... node speak.mjs FOLDER');
}

async function keep(file, request) {
  const response = await client.audio.speech.create(request);
  const audio = Buffer.from(await response.arrayBuffer());
  await writeFile(join(folder, file), audio);
  console.log(`${file} ${audio.length} bytes ${response.headers.get('content-type')}`);
  return audio;
}

async function refused(what, kind, call) {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof kind, `${what}: ${error}`);
    assert.ok(error.requestID, 'x-request-id names the request');
    console.log(`${what}: ${error.status} ${error.type} ${error.code} ${error.param}: ${error.message}`);
    return true;
  });
}

// Every format that is made; what is not made is refused by name.
const mp3 = await keep('speech.mp3', speech);
assert.ok(mp3.length > 10_000);
const wav = await keep('speech.wav', { ...speech, response_format: 'wav' });
assert.equal(wav.toString('latin1', 0, 4) + wav.toString('latin1', 8, 12), 'RIFFWAVE');
const pcm = await keep('speech.pcm', { ...speech, response_format: 'pcm' });
assert.deepEqual(wav.subarray(44), pcm);
const opus = await keep('speech.opus', { ...speech, response_format: 'opus', voice: { id: 'onyx' } });
assert.equal(opus.toString('latin1', 0, 4), 'OggS');
const quick = await keep('quick.pcm', { ...speech, response_format: 'pcm', speed: 1.5, model: 'tts-1' });
assert.ok(quick.length < 0.8 * pcm.length, 'half as fast again is shorter');

// As events.
const response = await client.audio.speech.create({
  ...speech,
  model: 'gpt-4o-mini-tts-2025-12-15',
  response_format: 'pcm',
  stream_format: 'sse',
});
const events = (await response.text())
  .split('\n\n')
  .filter(Boolean)
  .map((event) => JSON.parse(event.replace(/^data: /, '')));
const done = events.pop();
assert.equal(done.type, 'speech.audio.done');
assert.equal(done.usage.total_tokens, speech.input.length);
assert.ok(events.every((event) => event.type === 'speech.audio.delta'));
const heard = Buffer.concat(events.map((event) => Buffer.from(event.audio, 'base64')));
assert.deepEqual(heard, pcm);
await writeFile(join(folder, 'events.pcm'), heard);
console.log(`events.pcm ${events.length} events`);

// Marks make a dialogue of several voices.
const marked = 'Who is there?[voice:onyx]Only me.[pause:1.5s][voice:nova]Then come in.';
await keep('dialogue.mp3', { ...speech, input: marked });
const short = await keep('short.pcm', { ...speech, input: marked.replace('1.5s', '0.5s'), response_format: 'pcm' });
const long = await keep('long.pcm', { ...speech, input: marked, response_format: 'pcm' });
assert.equal(long.length - short.length, 48_000, 'one second more of silence');

// What can be asked for.
const models = [];
for await (const model of client.models.list()) {
  models.push(model.id);
}
assert.ok(models.includes('tts-1-hd'));
assert.equal((await client.models.retrieve('tts-1')).object, 'model');
console.log(`${models.length} models`);

// Mistakes.
await refused('aac', BadRequestError, () => client.audio.speech.create({ ...speech, response_format: 'aac' }));
await refused('too long', BadRequestError, () => client.audio.speech.create({ ...speech, input: 'x'.repeat(40_001) }));
await refused('no voice', BadRequestError, () => client.audio.speech.create({ ...speech, voice: 'nobody' }));
await refused('no model', NotFoundError, () => client.audio.speech.create({ ...speech, model: 'tts-9' }));
await refused('wrong key', AuthenticationError, () =>
  new OpenAI({ apiKey: 'sk-wrong' }).audio.speech.create(speech),
);
