// Talks to the server. Every failure has one sentence for a person in its message.

import { t } from './words.js';

export class Refused extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

/** Thrown when no answer came at all. */
export class Unreachable extends Error {
  constructor() {
    super(t('NewsBot cannot be reached right now.'));
  }
}

export const roomPath = (room, rest) => `/rooms/${encodeURIComponent(room)}/${rest}`;

export const get = (path) => ask(path, {});

export const post = (path, body) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

async function ask(path, options) {
  let response;
  let body = null;
  try {
    response = await fetch(path, { ...options, credentials: 'same-origin', redirect: 'error' });
    const text = await response.text();
    body = text ? JSON.parse(text) : null;
  } catch {
    throw new Unreachable();
  }
  if (!response.ok) throw new Refused(response.status, body?.error ?? t('That did not work; please try again.'));
  return body;
}

/** Unlike crypto.randomUUID this also works where a page over plain http on a network has no secure context. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
