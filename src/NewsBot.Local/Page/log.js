// The room as it is read: entries in the order of their numbers, each exactly once.

import { drawCard } from './cards.js';
import { el } from './dom.js';
import { t } from './words.js';

const roles = { reader: t('Reader'), moderator: t('Moderator'), operator: t('Operator') };

export class Log {
  #scroller; #list; #empty; #pill; #teller; #press;
  #numbers = new Set();
  #unread = 0;

  constructor({ scroller, list, empty, pill, teller, press }) {
    [this.#scroller, this.#list, this.#empty, this.#pill, this.#teller, this.#press] = [scroller, list, empty, pill, teller, press];
    pill.addEventListener('click', () => { this.toEnd(); scroller.focus({ preventScroll: true }); });
    scroller.addEventListener('scroll', () => { if (this.#isAtEnd()) this.#seeAll(); }, { passive: true });
    // A narrower window or the keyboard of a phone must not lose the end of the talk.
    new ResizeObserver(() => { if (this.#stays) this.toEnd(); }).observe(scroller);
    scroller.addEventListener('scroll', () => { this.#stays = this.#isAtEnd(); }, { passive: true });
  }

  #stays = true;

  get oldest() { return Math.min(...this.#numbers); }

  clear() {
    this.#numbers.clear();
    this.#list.replaceChildren();
    this.#empty.hidden = true;
    this.#scroller.setAttribute('aria-live', 'off');
    this.#seeAll();
  }

  /** The first page: nothing of it is read aloud, what comes later is. */
  begin(entries) {
    for (const entry of entries) this.#put(entry);
    this.#showEmpty();
    this.toEnd();
    setTimeout(() => this.#scroller.setAttribute('aria-live', 'polite'), 500);
  }

  /** Older entries go on top, and what one was reading stays where it is. */
  prepend(entries) {
    const before = this.#scroller.scrollHeight - this.#scroller.scrollTop;
    this.#scroller.setAttribute('aria-live', 'off');
    for (const entry of entries) this.#put(entry);
    this.#scroller.scrollTop = this.#scroller.scrollHeight - before;
    setTimeout(() => this.#scroller.setAttribute('aria-live', 'polite'), 500);
  }

  add(entry, isOwn = false) {
    const wasAtEnd = this.#isAtEnd();
    if (!this.#put(entry)) return;
    this.#showEmpty();
    if (isOwn || wasAtEnd) this.toEnd();
    else this.#announce();
  }

  /**
   * An entry says something else now, or is gone. Its place stays, and what one reads does not move; only one line of it is read aloud,
   * and nothing when the change is not worth a word.
   */
  change({ number, entry }) {
    const shown = this.#list.querySelector(`:scope > [data-number="${number}"]`);
    if (!shown) return;
    const focus = shown.contains(document.activeElement) ? document.activeElement.textContent : null;
    this.#scroller.setAttribute('aria-live', 'off');
    this.#keepingPlace(shown, () => entry ? shown.replaceChildren(...this.#parts(entry.post)) : shown.remove());
    if (!entry) this.#numbers.delete(number);
    shown.classList.toggle('corrected', Boolean(entry?.post.corrected));
    if (focus !== null) this.#focusAgain(shown, focus);
    const title = entry?.post.cards[0]?.title ?? '';
    if (entry?.post.corrected) this.#teller.textContent = `${entry.post.corrected}: ${title}`;
    this.#showEmpty();
    setTimeout(() => this.#scroller.setAttribute('aria-live', 'polite'), 500);
  }

  /** What only this person sees; it stands where it was asked and is gone with a reload. */
  addPrivate(post) {
    const entry = el('li', { class: 'entry private' }, el('p', { class: 'private-note' }, t('Only you see this')), ...this.#parts(post));
    this.#list.append(entry);
    this.#showEmpty();
    this.toEnd();
    return entry;
  }

  /** The person's line while the answer is on its way. */
  addPending(said, role) {
    const entry = el('li', { class: 'entry pending' }, bubble(said, role));
    this.#list.append(entry);
    this.#showEmpty();
    this.toEnd();
    return entry;
  }

  /** Puts a turned page in the place of the card whose button was pressed, and the focus on the same button of the new one. */
  turn(card, post, label) {
    const cards = post.cards.map((next) => drawCard(next, this.#press));
    card.replaceWith(...cards);
    const buttons = cards.flatMap((next) => [...next.querySelectorAll('.actions button')]);
    (buttons.find((button) => button.textContent === label) ?? cards[0])?.focus({ preventScroll: true });
    cards[0]?.scrollIntoView({ block: 'nearest' });
  }

  toEnd() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#stays = true;
    this.#seeAll();
  }

  // What stands below an entry that is scrolled out above must not jump.
  #keepingPlace(shown, change) {
    const isAbove = shown.getBoundingClientRect().bottom < this.#scroller.getBoundingClientRect().top;
    const below = this.#scroller.scrollHeight - this.#scroller.scrollTop;
    const stays = this.#isAtEnd();
    change();
    if (stays) this.toEnd();
    else if (isAbove) this.#scroller.scrollTop = this.#scroller.scrollHeight - below;
  }

  #focusAgain(shown, label) {
    const buttons = [...shown.querySelectorAll('button, a')];
    const target = buttons.find((button) => button.textContent === label) ?? shown.querySelector('.card') ?? this.#scroller;
    target.focus({ preventScroll: true });
  }

  #put(entry) {
    if (this.#numbers.has(entry.number)) return false;
    this.#numbers.add(entry.number);
    const later = [...this.#list.querySelectorAll(':scope > [data-number]')].find((other) => Number(other.dataset.number) > entry.number);
    const said = entry.post.said ? 'exchange' : 'post';
    this.#list.insertBefore(el('li', { class: `entry ${said}${entry.post.corrected ? ' corrected' : ''}`, 'data-number': entry.number }, ...this.#parts(entry.post)), later ?? null);
    return true;
  }

  #parts(post) {
    return [...(post.said ? [bubble(post.said, post.role)] : []), ...(post.follows ? [this.#earlier(post.follows)] : []), ...post.cards.map((card) => drawCard(card, this.#press))];
  }

  // Leads back to the post that this one goes on from, while that is on the page.
  #earlier({ number, title }) {
    const lead = () => {
      const shown = this.#list.querySelector(`:scope > [data-number="${number}"]`);
      shown?.scrollIntoView({ block: 'center' });
      shown?.querySelector('.card')?.focus({ preventScroll: true });
    };
    return el('button', { class: 'earlier', type: 'button', dir: 'auto', onclick: lead }, t('Follows: {0}', title));
  }

  #isAtEnd() {
    return this.#scroller.scrollHeight - this.#scroller.scrollTop - this.#scroller.clientHeight < 80;
  }

  #announce() {
    this.#unread += 1;
    this.#pill.textContent = t('{0} new {0:post|posts} ↓', this.#unread);
    this.#pill.hidden = false;
  }

  #seeAll() {
    this.#unread = 0;
    this.#pill.hidden = true;
  }

  #showEmpty() {
    this.#empty.hidden = this.#list.childElementCount > 0;
  }
}

function bubble(said, role) {
  return el('p', { class: 'said', dir: 'auto' }, el('span', { class: 'who' }, `${roles[role] ?? roles.reader} `), said);
}
