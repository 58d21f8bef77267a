// The frame around the talk: the drawer of rooms on a narrow screen, the colours, the status line.

import { byId, notes } from './dom.js';
import { t } from './words.js';

const states = { connecting: t('Connecting…'), connected: t('Connected'), reconnecting: t('Reconnecting…') };

export function showStatus(state) {
  const status = byId('status');
  if (status.dataset.state === state) return;
  status.dataset.state = state;
  status.textContent = states[state];
}

export function wireDrawer() {
  const [menu, side, veil, main] = ['menu', 'side', 'veil', 'main'].map(byId);
  const isOpen = () => menu.getAttribute('aria-expanded') === 'true';
  const set = (open) => {
    menu.setAttribute('aria-expanded', String(open));
    side.classList.toggle('is-open', open);
    veil.hidden = !open;
    main.inert = open;
    if (open) side.querySelector('[aria-current], a, input')?.focus();
  };
  const close = () => {
    if (!isOpen()) return;
    set(false);
    menu.focus();
  };
  menu.addEventListener('click', () => set(true));
  veil.addEventListener('click', close);
  side.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(); });
  matchMedia('(min-width: 48rem)').addEventListener('change', () => { if (isOpen()) set(false); });
  return close;
}

export function wireTheme() {
  const button = byId('theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const show = () => { button.textContent = isDark() ? t('Light colours') : t('Dark colours'); };
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    notes.set('theme', theme);
    show();
  });
  system.addEventListener('change', show);
  show();
}
