// Speaks a dialogue through Parley with ElevenLabs' own client. Only the base URL and the key are Parley's.
//
//   npm ci
//   PARLEY_API_KEY=sk-... node speak.mjs http://127.0.0.1:8080 dialogue.mp3

import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js';

const [baseUrl, file] = process.argv.slice(2);
const client = new ElevenLabsClient({ baseUrl, apiKey: process.env.PARLEY_API_KEY });

const { data: audio, rawResponse } = await client.textToDialogue
  .stream({
    inputs: [
      { text: 'Did you finish the report?', voiceId: 'Rachel' },
      { text: 'Almost.', voiceId: 'Domi' },
    ],
  })
  .withRawResponse();

await pipeline(audio, createWriteStream(file));
console.log(`task ${rawResponse.headers.get('x-parley-task-id')}, ${rawResponse.headers.get('x-credits-charged')} credits`);
