// "3 hours ago", kept true while the page is open. Every age is a <time> with the exact instant in it.

import { language, t } from './words.js';

const steps = [['year', 31557600], ['month', 2629800], ['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60]];
const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'full', timeStyle: 'short' });

function ageOf(instant) {
  const seconds = (instant.getTime() - Date.now()) / 1000;
  const step = steps.find(([, length]) => Math.abs(seconds) >= length);
  return step ? words.format(Math.round(seconds / step[1]), step[0]) : t('just now');
}

export function showAge(time) {
  const instant = new Date(time.dateTime);
  if (Number.isNaN(instant.getTime())) return;
  time.textContent = ageOf(instant);
  time.title = exact.format(instant);
}

export function keepAgesTrue() {
  setInterval(() => document.querySelectorAll('time').forEach(showAge), 60_000);
}
