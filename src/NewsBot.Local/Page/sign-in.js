// Asks for the access key where the bot has one.

import { post } from './api.js';
import { byId } from './dom.js';

let isAsking = false;

export function askForKey(onOpen) {
  if (isAsking) return;
  isAsking = true;
  byId('house').hidden = true;
  byId('sign-in').hidden = false;
  byId('key').focus();
  byId('key-form').onsubmit = async (event) => {
    event.preventDefault();
    const [box, mistake] = [byId('key'), byId('key-error')];
    mistake.textContent = '';
    try {
      await post('/key', { key: box.value });
      box.value = '';
      isAsking = false;
      onOpen();
    } catch (failure) {
      mistake.textContent = failure.message;
      box.select();
    }
  };
}
