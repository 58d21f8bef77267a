// The list of rooms, with a mark at those that hold something not seen yet.

import { el, notes } from './dom.js';
import { t } from './words.js';

export const roomAddress = (room) => `#/${encodeURIComponent(room)}`;

export function roomOfAddress() {
  try {
    return location.hash.startsWith('#/') ? decodeURIComponent(location.hash.slice(2)) : '';
  } catch {
    return '';
  }
}

export class Rooms {
  #list; #menuDot; #rooms = []; #current = '';
  #seen = new Map(Object.entries(readSeen()));

  constructor(list, menuDot) {
    [this.#list, this.#menuDot] = [list, menuDot];
  }

  get names() { return this.#rooms.map((room) => room.name); }

  show(rooms) {
    this.#rooms = rooms;
    this.#draw();
  }

  /** Something was said in a room, perhaps one that somebody else has just made. */
  news({ name, newest }) {
    const known = this.#rooms.find((room) => room.name === name);
    if (known) known.newest = Math.max(known.newest, newest);
    else this.#rooms.push({ name, newest });
    this.#draw();
  }

  enter(name) {
    this.#current = name;
    this.#draw();
  }

  see(name, number) {
    if (number <= (this.#seen.get(name) ?? 0)) return;
    this.#seen.set(name, number);
    notes.set('seen', JSON.stringify(Object.fromEntries(this.#seen)));
  }

  #draw() {
    const focused = document.activeElement?.getAttribute?.('href');
    const isNew = (room) => room.name !== this.#current && room.newest > (this.#seen.get(room.name) ?? 0);
    this.#list.replaceChildren(...this.#rooms.map((room) => el('li', {}, el('a',
      { href: roomAddress(room.name), dir: 'auto', 'aria-current': room.name === this.#current ? 'page' : null },
      el('span', { class: 'room-name' }, room.name),
      isNew(room) ? el('span', { class: 'dot' }, el('span', { class: 'unseen' }, t(', something new'))) : null))));
    this.#menuDot.hidden = !this.#rooms.some(isNew);
    if (focused) [...this.#list.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused)?.focus();
  }
}

function readSeen() {
  try {
    const seen = JSON.parse(notes.get('seen') ?? '{}');
    return typeof seen === 'object' && seen !== null ? seen : {};
  } catch {
    return {};
  }
}
