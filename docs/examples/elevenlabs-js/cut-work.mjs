// Calls every method for music, sounds and recordings once, and prints what became of each as JSON: for a test of an upstream that
// is cut off in the middle.
//
//   PARLEY_API_KEY=sk-... node cut-work.mjs http://127.0.0.1:8080

import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js';

const [baseUrl] = process.argv.slice(2);
const client = new ElevenLabsClient({ baseUrl, apiKey: process.env.PARLEY_API_KEY });
const once = { maxRetries: 0 };

/** A second of silence, as a WAV of 16,000 samples a second. */
function recording() {
  const head = Buffer.from(
    '52494646247d000057415645666d74201000000001000100803e0000007d0000020010006461746100' + '7d0000',
    'hex',
  );
  return new File([head, Buffer.alloc(32_000)], 'silence.wav', { type: 'audio/wav' });
}

async function drained(stream) {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
  }
  return bytes;
}

const voice = 'Rachel';
const calls = {
  compose: async () => drained(await client.music.compose({ prompt: 'a waltz', musicLengthMs: 4000 }, once)),
  stream: async () => drained(await client.music.stream({ prompt: 'a waltz', musicLengthMs: 4000 }, once)),
  detailed: async () =>
    (await client.music.composeDetailed({ prompt: 'a waltz', musicLengthMs: 4000 }, once)).audio.length,
  stems: async () => drained(await client.music.separateStems({ file: recording() }, once)),
  sound: async () => drained(await client.textToSoundEffects.convert({ text: 'a door', durationSeconds: 2 }, once)),
  voice: async () => drained(await client.speechToSpeech.convert(voice, { audio: recording() }, once)),
  voiceStream: async () => drained(await client.speechToSpeech.stream(voice, { audio: recording() }, once)),
  transcript: async () =>
    (await client.speechToText.convert({ file: recording(), modelId: 'scribe_v2' }, once)).text.length,
};

const outcomes = {};
for (const [name, call] of Object.entries(calls)) {
  try {
    outcomes[name] = { whole: true, bytes: await call() };
  } catch (error) {
    outcomes[name] = { whole: false, error: error.message };
  }
}
console.log(JSON.stringify(outcomes));
