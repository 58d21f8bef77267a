// The message box: a combobox whose list offers commands and live values.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { el } from './dom.js';
import { t } from './words.js';

const pause = 80;
const mostHistory = 50;

export class Composer {
  #input; #list; #count; #complete; #send;
  #offers = []; #active = -1; #asked = 0; #timer = 0;
  #history = []; #recalled = 0;

  /** complete(line) gives [{line, label, description}]; send(line) says it. */
  constructor({ form, input, list, count, complete, send }) {
    [this.#input, this.#list, this.#count, this.#complete, this.#send] = [input, list, count, complete, send];
    form.addEventListener('submit', (event) => { event.preventDefault(); this.#submit(); });
    input.addEventListener('input', () => this.#onInput());
    input.addEventListener('keydown', (event) => this.#onKey(event));
    input.addEventListener('blur', () => this.#close());
  }

  focus() { this.#input.focus({ preventScroll: true }); }

  #submit() {
    const line = this.#input.value.trim();
    this.#close();
    if (!line) return this.focus();
    this.#history = [...this.#history.filter((other) => other !== line), line].slice(-mostHistory);
    this.#recalled = this.#history.length;
    this.#input.value = '';
    this.#send(line);
  }

  #onInput() {
    clearTimeout(this.#timer);
    if (!this.#input.value.startsWith('/')) return this.#close();
    this.#timer = setTimeout(() => this.#ask(), pause);
  }

  async #ask() {
    const asked = ++this.#asked;
    const line = this.#input.value;
    const offers = await this.#complete(line);
    // An answer to what was typed before must not cover the newer one.
    if (asked === this.#asked && line === this.#input.value && document.activeElement === this.#input) this.#open(offers);
  }

  #onKey(event) {
    if (event.isComposing) return;
    const isOpen = !this.#list.hidden;
    const handled =
      event.key === 'ArrowDown' && isOpen ? this.#move(1) :
      event.key === 'ArrowUp' && isOpen ? this.#move(-1) :
      event.key === 'ArrowUp' ? this.#recall(-1) :
      event.key === 'ArrowDown' ? this.#recall(1) :
      event.key === 'Escape' && isOpen ? this.#close() :
      event.key === 'Enter' && isOpen && this.#active >= 0 ? this.#accept(this.#offers[this.#active]) :
      event.key === 'Tab' && !event.shiftKey && isOpen && this.#mayFill() ? this.#accept(this.#offers[Math.max(0, this.#active)]) :
      false;
    if (handled !== false) event.preventDefault();
  }

  // With nothing begun behind the last space, Tab goes on to the next thing on the page as everywhere.
  #mayFill() {
    return this.#active >= 0 || !/\s$/.test(this.#input.value);
  }

  #recall(step) {
    if (this.#input.value !== '' && this.#input.value !== this.#history[this.#recalled]) return false;
    this.#recalled = Math.max(0, Math.min(this.#history.length, this.#recalled + step));
    this.#input.value = this.#history[this.#recalled] ?? '';
    return true;
  }

  #open(offers) {
    this.#offers = offers.filter((offer) => offer.line.trim() !== this.#input.value.trim());
    if (this.#offers.length === 0) return this.#close();
    this.#active = -1;
    this.#list.replaceChildren(...this.#offers.map((offer, i) => this.#option(offer, i)));
    this.#list.hidden = false;
    this.#list.scrollTop = 0;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#input.removeAttribute('aria-activedescendant');
    this.#count.textContent = t('{0} {0:suggestion|suggestions}', this.#offers.length);
    return true;
  }

  #option(offer, i) {
    return el('li', {
      id: `offer-${i}`, role: 'option', 'aria-selected': 'false',
      onpointerdown: (event) => { event.preventDefault(); },
      onclick: () => this.#accept(offer),
    }, el('span', { class: 'offer-label', dir: 'auto' }, offer.label), offer.description ? el('span', { class: 'offer-words', dir: 'auto' }, offer.description) : null);
  }

  #move(step) {
    const count = this.#offers.length;
    this.#active = this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count;
    [...this.#list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === this.#active)));
    this.#list.children[this.#active].scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', `offer-${this.#active}`);
    return true;
  }

  #accept(offer) {
    this.#input.value = `${offer.line} `;
    this.#close();
    this.focus();
    this.#ask();
    return true;
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#offers = [];
    this.#active = -1;
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
    this.#count.textContent = '';
    return true;
  }
}
