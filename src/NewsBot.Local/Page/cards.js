// Draws one card. What is pressable calls press(line, label, card element, pressed element).

import { showAge } from './ages.js';
import { el, webLink } from './dom.js';
import { t } from './words.js';

export function drawCard(card, press) {
  const article = el('article', { class: 'card', tabindex: '-1' });
  const pressable = (line, label, attributes, ...children) =>
    el('button', { ...attributes, type: 'button', onclick: (event) => press(line, label, article, event.currentTarget) }, ...children);
  pressable.inText = (line, label, node) => textButton(node, (pressed) => press(line, label, article, pressed));
  article.append(
    ...picture(card.image),
    ...title(card),
    ...prose(card.body ?? [], pressable),
    ...fields(card.fields ?? [], pressable),
    ...footer(card),
    ...actions(card, pressable));
  return article;
}

function title(card) {
  if (!card.title) return [];
  return [
    el('h2', { class: 'title', dir: 'auto' }, card.link ? webLink(card.link, {}, card.title) : card.title),
    ...(card.link && card.host ? [el('p', { class: 'host' }, card.host)] : []),
  ];
}

function picture(image) {
  if (!image) return [];
  if (!image.source) return [words(image)];
  const figure = el('figure', { class: 'picture' });
  const shown = el('img', { src: image.source, alt: image.description, decoding: 'async' });
  shown.addEventListener('error', () => figure.replaceWith(words({ description: image.description })));
  figure.append(shown);
  return [figure];
}

// A picture elsewhere on the web is not loaded: its host would learn who reads here.
function words(image) {
  if (!image.description && !image.host) return el('p', { class: 'picture-words' });
  const what = image.host ? t('Picture (at {0}, not loaded)', image.host) : t('Picture');
  return el('p', { class: 'picture-words', dir: 'auto' }, image.description ? `${what}: ${image.description}` : what);
}

/** Paragraphs out of spans: two line ends begin a paragraph, one begins a line. */
function prose(spans, pressable) {
  const paragraphs = [el('p', { dir: 'auto' })];
  for (const span of spans) {
    span.t.split(/\n{2,}/).forEach((part, i) => {
      if (i > 0) paragraphs.push(el('p', { dir: 'auto' }));
      if (part) paragraphs.at(-1).append(...inline(span, part, pressable));
    });
  }
  return paragraphs.filter((paragraph) => paragraph.hasChildNodes());
}

function inline(span, text, pressable) {
  const nodes = [];
  text.split('\n').forEach((line, i) => {
    if (i > 0) nodes.push(el('br'));
    if (line) nodes.push(marked(span, line, pressable));
  });
  return nodes;
}

const marks = { strong: 'strong', emphasis: 'em', code: 'code', hit: 'mark' };

function marked(span, text, pressable) {
  const node = span.m in marks ? el(marks[span.m], {}, text) : document.createTextNode(text);
  if (span.line) return pressable.inText(span.line, text, node);
  if (!span.link) return node;
  return el('span', {}, webLink(span.link, {}, node), span.host && span.host !== text ? el('span', { class: 'host' }, ` ${span.host}`) : null);
}

// A button element is a box that cannot break over lines like the words around it; this one can.
function textButton(node, onPress) {
  const button = el('span', { class: 'in-text', role: 'button', tabindex: '0' }, node);
  button.addEventListener('click', () => onPress(button));
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPress(button);
  });
  return button;
}

function fields(list, pressable) {
  if (list.length === 0) return [];
  return [el('dl', { class: 'fields' }, ...list.flatMap((field) => [
    el('dt', { dir: 'auto' }, field.name),
    el('dd', {}, ...prose(field.value, pressable)),
  ]))];
}

function footer(card) {
  if (!card.footer && !card.at) return [];
  const time = card.at ? el('time', { datetime: card.at }) : null;
  if (time) showAge(time);
  const lines = (card.footer ?? '').split('\n').filter(Boolean);
  return [el('div', { class: 'footer' }, el('p', { dir: 'auto' }, time, time && lines.length > 0 ? ' · ' : null, lines[0]),
    ...lines.slice(1).map((line) => el('p', { class: 'remark', dir: 'auto' }, line)))];
}

// A list's titles can be pressed themselves, so buttons that only repeat them are left out.
function actions(card, pressable) {
  const inText = new Set((card.body ?? []).map((span) => span.line).filter(Boolean));
  const buttons = (card.buttons ?? []).filter((button) => !button.line || !inText.has(button.line));
  if (buttons.length === 0) return [];
  return [el('div', { class: 'actions' }, ...buttons.map((button) => button.line
    ? pressable(button.line, button.label, { class: 'button' }, button.label)
    : webLink(button.link, { class: 'button' }, button.label, el('span', { class: 'host' }, ` ${button.host ?? ''}`))))];
}
