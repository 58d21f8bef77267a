// Follows one room. After any break it asks for what came after the last entry seen, so nothing is missed; the log drops what it has already.

import { roomPath } from './api.js';

const shortest = 500;
const longest = 20_000;
const hiddenFor = 30_000;

export class Live {
  #hooks; #source = null; #timer = 0; #sleep = 0; #failures = 0;
  #room = null; #after = 0; #change = 0;

  /** hooks: onEntry(entry), onChange({number, entry or nothing when it is gone}), onRoom({name, newest}), onState(connecting|connected|reconnecting), check() before trying again */
  constructor(hooks) {
    this.#hooks = hooks;
    addEventListener('online', () => this.#wake());
    document.addEventListener('visibilitychange', () => this.#onVisibility());
  }

  follow(room, after, change) {
    this.stop();
    [this.#room, this.#after, this.#change, this.#failures] = [room, after, change, 0];
    this.#connect();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#source?.close();
    [this.#source, this.#room] = [null, null];
  }

  #connect() {
    const source = new EventSource(roomPath(this.#room, `events?after=${this.#after}&change=${this.#change}`));
    this.#source = source;
    source.onopen = () => {
      this.#failures = 0;
      this.#hooks.onState('connected');
    };
    source.onmessage = (event) => {
      const entry = JSON.parse(event.data);
      this.#after = Math.max(this.#after, entry.number);
      this.#hooks.onEntry(entry);
    };
    source.addEventListener('change', (event) => {
      const change = JSON.parse(event.data);
      this.#change = Math.max(this.#change, change.change);
      this.#hooks.onChange(change);
    });
    source.addEventListener('room', (event) => this.#hooks.onRoom(JSON.parse(event.data)));
    source.onerror = () => this.#onBreak(source);
  }

  #onBreak(source) {
    source.close();
    if (source === this.#source) this.#tryLater();
  }

  #tryLater() {
    this.#source = null;
    this.#hooks.onState('reconnecting');
    const wait = Math.min(longest, shortest * 2 ** this.#failures) * (0.75 + Math.random() / 2);
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#again(), wait);
  }

  // An EventSource cannot say why it failed; a plain request can (a key may be needed now).
  async #again() {
    const room = this.#room;
    const isFine = await this.#hooks.check();
    if (room === null || room !== this.#room || this.#source) return;
    if (isFine) this.#connect();
    else this.#tryLater();
  }

  #wake() {
    if (this.#room === null || this.#source) return;
    clearTimeout(this.#timer);
    this.#again();
  }

  // Browsers allow six connections to a server over all windows, so windows that nobody looks at give theirs up.
  #onVisibility() {
    clearTimeout(this.#sleep);
    if (!document.hidden) this.#wake();
    else this.#sleep = setTimeout(() => {
      this.#source?.close();
      this.#source = null;
    }, hiddenFor);
  }
}
