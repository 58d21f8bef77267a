// Builds elements. Text only ever becomes a text node, so nothing that anybody wrote can be markup.

export const byId = (id) => document.getElementById(id);

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A link that opens elsewhere, or only the text when the address is not one of the web's. */
export function webLink(address, attributes, ...children) {
  let scheme = '';
  try {
    scheme = new URL(address).protocol;
  } catch {
    // Not an address at all.
  }
  if (scheme !== 'http:' && scheme !== 'https:') return el('span', attributes, ...children);
  return el('a', { ...attributes, href: address, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/** A small note that this browser keeps; losing it is no harm. */
export const notes = {
  get(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch {
      // Storage may be switched off or full.
    }
  },
};
