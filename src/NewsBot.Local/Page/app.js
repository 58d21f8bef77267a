// Puts the page together: which room is open, what is said in it, and what happens when something is pressed.

import { keepAgesTrue } from './ages.js';
import { Refused, Unreachable, get, newKey, post, roomPath } from './api.js';
import { Composer } from './composer.js';
import { byId, el, notes } from './dom.js';
import { showStatus, wireDrawer, wireTheme } from './frame.js';
import { Live } from './live.js';
import { Log } from './log.js';
import { Rooms, roomAddress, roomOfAddress } from './rooms.js';
import { askForKey } from './sign-in.js';
import { t, translatePage } from './words.js';

const rooms = new Rooms(byId('rooms'), byId('menu-dot'));
const log = new Log({ scroller: byId('scroller'), list: byId('entries'), empty: byId('empty'), pill: byId('to-newest'), teller: byId('teller'), press });
const live = new Live({ onEntry, onChange: (change) => log.change(change), onRoom: (news) => rooms.news(news), onState: showStatus, check: refreshRooms });
const composer = new Composer({ form: byId('composer'), input: byId('box'), list: byId('offers'), count: byId('offer-count'), complete, send: (line) => say({ line }) });
const closeDrawer = wireDrawer();
const role = byId('role');

let open = '';
let isLoadingOlder = false;
let hasOlder = false;

// Rooms

async function refreshRooms() {
  try {
    rooms.show((await get('/rooms')).rooms);
    return true;
  } catch (failure) {
    if (failure instanceof Refused && failure.status === 401) {
      live.stop();
      signIn();
    }
    return false;
  }
}

async function enter(room) {
  byId('empty').replaceChildren(...whatToDo());
  open = room;
  byId('room-title').textContent = room;
  document.title = `${room} · NewsBot`;
  notes.set('room', room);
  rooms.enter(room);
  live.stop();
  log.clear();
  showStatus('connecting');
  const first = await untilAnswered(() => get(roomPath(room, 'entries')), () => open === room);
  if (!first) return;
  hasOlder = first.hasOlder;
  log.begin(first.entries);
  const newest = first.entries.at(-1)?.number ?? 0;
  rooms.see(room, newest);
  live.follow(room, newest, first.change);
}

function whatToDo() {
  const choose = () => {
    role.value = 'moderator';
    say({ line: 'subscribe', label: t('Choose what to follow') });
  };
  return [
    el('p', {}, t('Nothing has been posted here yet. New articles of what this room follows will appear by themselves.')),
    el('div', { class: 'actions' },
      el('button', { class: 'button strong', type: 'button', onclick: choose }, t('Choose what to follow')),
      el('button', { class: 'button', type: 'button', onclick: () => say({ line: 'latest', label: t('Latest') }) }, t('Show the latest articles'))),
  ];
}

/** Asks until there is an answer; a server that is just starting again is no reason to give up. */
async function untilAnswered(ask, isWanted) {
  for (let wait = 500; isWanted(); wait = Math.min(wait * 2, 20_000)) {
    try {
      const answer = await ask();
      return isWanted() ? answer : null;
    } catch (failure) {
      if (failure instanceof Refused && failure.status === 401) return void signIn();
      if (failure instanceof Refused && failure.status === 404) return void (location.hash = '');
      showStatus('reconnecting');
      await new Promise((wake) => setTimeout(wake, wait));
    }
  }
  return null;
}

function onEntry(entry) {
  log.add(entry);
  rooms.see(open, entry.number);
}

async function loadOlder() {
  if (isLoadingOlder || !hasOlder || byId('scroller').scrollTop > 400) return;
  const room = open;
  isLoadingOlder = true;
  byId('older').hidden = false;
  try {
    const page = await get(roomPath(room, `entries?before=${log.oldest}`));
    if (room !== open) return;
    hasOlder = page.hasOlder;
    log.prepend(page.entries);
  } catch {
    // The next turn of the wheel asks again.
  } finally {
    isLoadingOlder = false;
    byId('older').hidden = true;
  }
}

function chooseRoom() {
  const wanted = [roomOfAddress(), notes.get('room')].find((room) => rooms.names.includes(room)) ?? rooms.names[0];
  if (!wanted) {
    showStatus('connected');
    byId('empty').hidden = false;
    byId('empty').replaceChildren(el('p', {}, t('There are no rooms yet. Add one in the list of rooms.')));
    open = '';
  } else if (wanted !== open) {
    enter(wanted);
  }
}

// Talk

async function complete(line) {
  try {
    return (await get(roomPath(open, `complete?${new URLSearchParams({ line, role: role.value })}`))).completions;
  } catch {
    return [];
  }
}

async function press(line, label, card, pressed) {
  if (pressed.getAttribute('aria-disabled')) return;
  pressed.setAttribute('aria-disabled', 'true');
  await say({ line, label, card });
  pressed.removeAttribute('aria-disabled');
}

/** The key stays the same when it is tried again, so that the room gets it once. */
async function say({ line, label, card, key = newKey() }) {
  const room = open;
  const pending = card ? null : log.addPending(label ?? line, role.value);
  try {
    const answer = await post(roomPath(room, 'say'), { line, role: role.value, key, pressed: label?.slice(0, 100) });
    pending?.remove();
    if (room !== open) return;
    if (answer.kind === 'kept') log.add({ number: answer.number, at: answer.at, post: answer.post }, true);
    else if (answer.kind === 'turned' && card?.isConnected) log.turn(card, answer.post, label);
    else log.addPrivate(answer.post);
  } catch (failure) {
    pending?.remove();
    if (failure instanceof Refused && failure.status === 401) signIn();
    else if (room === open) showFailure(failure, label ?? line, () => say({ line, label, card, key }));
  }
}

function showFailure(failure, said, again) {
  const entry = log.addPrivate({ said, role: role.value, cards: [{ body: [{ t: failure.message }] }] });
  if (!(failure instanceof Unreachable)) return;
  entry.append(el('div', { class: 'actions' }, el('button', { class: 'button', type: 'button', onclick: () => { entry.remove(); again(); } }, t('Try again'))));
}

// Start

function wire() {
  byId('add-room').addEventListener('submit', addRoom);
  byId('scroller').addEventListener('scroll', loadOlder, { passive: true });
  byId('rooms').addEventListener('click', (event) => { if (event.target.closest('a')) closeDrawer(); });
  byId('skip').addEventListener('click', (event) => { event.preventDefault(); composer.focus(); });
  role.value = ['reader', 'moderator', 'operator'].includes(notes.get('role')) ? notes.get('role') : 'reader';
  role.addEventListener('change', () => notes.set('role', role.value));
  addEventListener('hashchange', async () => {
    if (!rooms.names.includes(roomOfAddress())) await refreshRooms();
    chooseRoom();
  });
}

async function addRoom(event) {
  event.preventDefault();
  const [box, mistake] = [byId('new-room'), byId('new-room-error')];
  mistake.textContent = '';
  try {
    const room = await post('/rooms', { name: box.value });
    box.value = '';
    rooms.news(room);
    closeDrawer();
    location.hash = roomAddress(room.name);
    if (hasKeyboard()) composer.focus();
  } catch (failure) {
    mistake.textContent = failure.message;
    box.focus();
  }
}

// On a phone the focus would open the keyboard over half of the page.
function hasKeyboard() {
  return matchMedia('(pointer: fine)').matches;
}

function signIn() {
  open = '';
  askForKey(start);
}

async function start() {
  const first = await untilAnswered(() => get('/rooms'), () => true);
  if (!first) return;
  byId('sign-in').hidden = true;
  byId('house').hidden = false;
  rooms.show(first.rooms);
  chooseRoom();
  if (hasKeyboard()) composer.focus();
}

translatePage();
wireTheme();
wire();
keepAgesTrue();
start();
