// The page in the reader's language. The server knows the words and leaves out what is English.

import { language, words } from './catalogue.js';

export { language };

const plurals = new Intl.PluralRules(language);
const order = ['one', 'few', 'many'];

/** The English text in the page's language; {0} is filled in, {0:post|posts} chooses by it. */
export function t(english, value) {
  const text = words[english] ?? english;
  return text.replace(/\{0(?::([^}]*))?\}/g, (_, forms) => forms === undefined ? String(value) : form(forms.split('|'), value));
}

/** What stands in the page itself: an element's text, or the attribute that data-words names. */
export function translatePage() {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-words]')) {
    const attribute = node.dataset.words;
    if (attribute) node.setAttribute(attribute, t(node.getAttribute(attribute)));
    else node.textContent = t(node.textContent);
  }
}

function form(forms, value) {
  const at = order.indexOf(plurals.select(value));
  return forms[at < 0 ? forms.length - 1 : Math.min(at, forms.length - 1)];
}
