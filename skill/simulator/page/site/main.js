// The composition: makes the parts of the page and joins them. `window.stride` lets tests and developers look inside.

import { onMoreVoices } from "./browser_voice.js";
import { PIECE_MS } from "./capture.js";
import { Caption } from "./caption.js";
import { Choices } from "./choices.js";
import { Clock } from "./clock.js";
import { wireControls } from "./controls.js";
import { Conversation } from "./conversation.js";
import { passFocus } from "./dom.js";
import { download } from "./download.js";
import { Ears } from "./ears.js";
import { closeOutside, foldByRoom } from "./folds.js";
import { HandsFree } from "./hands_free.js";
import { History } from "./history.js";
import { newId } from "./ids.js";
import { Inspector } from "./inspector.js";
import { Lab } from "./lab.js";
import { chosenLanguage, offeredLanguages } from "./languages.js";
import { Log } from "./log.js";
import * as memory from "./memory.js";
import { Menu } from "./picks.js";
import { Narrator } from "./narrator.js";
import { Notices } from "./notices.js";
import { untilAnswered } from "./patience.js";
import { playingWords, sayable } from "./offers.js";
import { Opening } from "./opening.js";
import { Replay } from "./replay.js";
import { Ring } from "./ring.js";
import { Scene } from "./scene.js";
import { Screen } from "./apl/screen.js";
import { Runs } from "./runs.js";
import { earsFor, historyAtDesk, readRunsAtDesk, replayed, workflow } from "./service.js";
import { Suggestions } from "./suggestions.js";
import { Timeline } from "./timeline.js";
import { Voices } from "./voices.js";
import { word } from "./words.js";
import { Workflow } from "./workflow.js";

const HOUSEKEEPING_MS = 250;
const ECHO_MS = 200; // how long the room still has the coach's last word

/** @param {string} id @returns {any} */
const part = (id) => document.getElementById(id);

const languages = await offeredLanguages();
const language = await chosenLanguage(languages);
const clock = new Clock();
const ring = new Ring(part("ring"));
const log = new Log(part("log"));
const scene = new Scene(part("scene"));
const screen = new Screen(touch);
part("scene").after(screen.el);
const opening = new Opening(part("opening"));
const timeline = new Timeline(part("timeline"));
const diagram = new Workflow(part("workflow"));
const inspector = new Inspector(part("inspector"));
const chronicle = new History(part("history"));
new Runs(part("runs"), (file) => readRunsAtDesk(conversation.view.desk, file));
const replay = new Replay(part("replay"), replayed);
const notices = new Notices(part("note"), part("banner"), part("stage"));
const narrator = new Narrator(new Caption(part("caption")), log, (sound) => voices.says(sound));
const suggestions = new Suggestions(part("suggestions"), say, "chip");
const buttons = new Suggestions(part("buttons"), (button) => conversation.press(button), "player-button");
const voices = new Voices(clock, memory.rememberedVoice(), voiceFailed);
const conversation = new Conversation(clock, voices, { onView: show, onProblem: trouble });
const devices = new Menu(part("device"), (id) => {
  memory.rememberDevice(id);
  void sitDown(memory.rememberedRunner());
});
const choices = new Choices(part("choices"), {
  voice: async (id) => {
    voices.choose(id);
    memory.rememberVoice(id);
    await voices.unlock();
    speakOn();
  },
  language: (locale) => {
    memory.forgetDesk();
    memory.rememberLanguage(locale);
    location.search = new URLSearchParams({ locale }).toString();
  },
  ears: (id) => {
    ears.choose(id);
    memory.rememberEars(id);
    offerWakes();
  },
  wake: (id) => {
    ears.callBy(id);
    memory.rememberWake(id);
  },
  ask,
});
const lab = new Lab(part("lab"), {
  speed: (rate) => {
    clock.rate = rate;
    lab.speed(rate);
    speakOn();
  },
  ask,
  newRunner: () => sitDown(newId()),
  me: () => sitDown(memory.ME),
  drop: () => conversation.drop(),
  unplug: () => conversation.unplug(),
  store: (failing) => conversation.failStore(failing),
});
const ears = new Ears(
  language,
  await earsFor(language).catch(() => ({ wakes: [], why: "no-answer", sound_leaves: false })),
  memory.rememberedEars(),
  memory.rememberedWake(),
  () => conversation.view.desk,
  () => conversation.waitsSince(PIECE_MS + ECHO_MS),
  { woke: () => conversation.wake(), spoke: heard, follows, nothing: heardNothing, trouble: cannotListen, changed: listens },
);
const handsFree = new HandsFree(ears, part("mic"), part("hands-free"), part("hands-free-words"));

window.stride = {
  clock,
  conversation,
  get loudspeaker() {
    return voices.loudspeaker;
  },
};

// What is said.

/** @param {string} text */
async function say(text) {
  const words = text.trim();
  if (!words || conversation.thinking) return; // what was typed stays where it is
  ears.close();
  part("say").value = "";
  notices.dismiss();
  putAway("start", "carry-on");
  await voices.unlock();
  await conversation.say(words);
}

/** The big button: what a card on the stage offers, the wake word, or a second thought. */
function talk() {
  if (!part("start").hidden) void start();
  else if (!part("carry-on").hidden) void carryOn();
  else if (conversation.awake) goOn();
  else listen();
}

function listen() {
  conversation.wake();
  if (ears.isOn) ears.listen();
  else part("say").focus();
}

async function start() {
  handsFree.begin();
  await say(conversation.view.suggestions.closed[0]);
}

/** A choice is said, once the coach is there to hear it. @param {string} words */
async function ask(words) {
  if (!conversation.view.in_session) await start();
  await say(words);
}

/** @param {string} button of the screen @returns {boolean} whether it is sent: not while an answer is on its way */
function touch(button) {
  if (conversation.thinking) return false;
  void voices.unlock().then(() => conversation.touch(button));
  return true;
}

async function carryOn() {
  putAway("carry-on");
  handsFree.begin();
  await voices.unlock();
  conversation.goOn();
}

/** @param {...string} cards */
function putAway(...cards) {
  for (const card of cards.map(part)) {
    passFocus(card, part("stage"));
    card.hidden = true;
  }
}

function goOn() {
  ears.close();
  part("talk").focus();
  conversation.goOn();
}

/** @param {string} text what was recognised, empty where no words were @param {boolean} inDoubt @param {string} orElse */
async function heard(text, inDoubt, orElse) {
  if (!conversation.awake) return; // somebody has typed meanwhile
  notices.dismiss();
  putAway("start", "carry-on");
  await voices.unlock();
  await conversation.hear(text, inDoubt, orElse);
}

/** What is just being said stands where it could be typed. @param {string} words */
function follows(words) {
  part("say").placeholder = words || word("speaker.say_something");
}

function heardNothing() {
  if (conversation.awake) conversation.goOn();
}

/** Show whether the microphone is on; a coach who listens for his name speaks more softly. */
function listens() {
  handsFree.show();
  voices.speak(ears.handsFree);
}

/** The words that wake the coach, where he listens for one. */
function offerWakes() {
  choices.offerWakes(ears.canBeWoken ? ears.wakes : [], ears.wake);
}

// What goes wrong.

/** @param {string} why */
function cannotListen(why) {
  notices.note(word(`microphone.${why}`));
  if (conversation.awake && !ears.live) part("say").focus();
}

/** @param {string} problem */
function voiceFailed(problem) {
  notices.note(problem);
  offerVoices();
  speakOn();
}

/** @param {{status: number, message: string}} problem @param {() => void} again */
function trouble(problem, again) {
  if (problem.status === 400 && !conversation.view && memory.forgetWho()) {
    void sitDown(memory.rememberedRunner()); // what was remembered is offered no longer
    return;
  }
  if (problem.status !== 404) {
    notices.offer(problem.message, again);
    return;
  }
  notices.note(word("note.set_up_anew"));
  void sitDown(memory.rememberedRunner());
}

// What is shown.

/** @param {any} view */
function show(view) {
  notices.settle();
  voices.hasClips = view.clips;
  memory.rememberDesk(view.desk);
  memory.rememberMoment(clock.now());
  part("start").hidden = view.begun;
  if (view.heard) narrator.reload(view);
  else narrator.load(view);
  inspector.add(view.turns, view.limits);
  scene.load(view);
  screen.load(view.screen, clock.now());
  screen.el.hidden = view.screen === null;
  part("scene").hidden = view.screen !== null;
  opening.load(view.opening);
  timeline.load(view.playback);
  choices.load(view);
  lab.load(view);
  replay.load(view.desk);
  devices.offer(view.devices.map(namedDevice), view.device.id);
  buttons.offer(view.buttons, (button) => word(`play.${button}`));
  part("player").hidden = view.buttons.length === 0;
  part("player-words").textContent = playingWords(view);
  offerVoices();
  void tellHistory();
}

/** @param {{id: string, name: string, upright: boolean}} device */
function namedDevice({ id, name, upright }) {
  return { id, name: upright ? word("page.upright", { name }) : name };
}

/** Read the history, if anybody looks: after every turn, a set more may be done. */
async function tellHistory() {
  const { view } = conversation;
  if (!view || !part("history-panel").open) return;
  try {
    const history = await historyAtDesk(view.desk);
    if (view.desk === conversation.view.desk) chronicle.load(history);
  } catch {
    chronicle.fail(word("history.unreadable"));
  }
}

function offerVoices() {
  choices.offerVoices(voices.offered(), voices.chosen);
}

/** Let the coach speak on by the voice of the moment. */
function speakOn() {
  if (!clock.held) conversation.goOn();
}

function draw() {
  const now = clock.now();
  ring.show(conversation.ring, conversation.streams);
  narrator.tick(now);
  scene.tick(now);
  screen.tick(now);
  opening.tick(performance.now());
  timeline.tick(now);
  diagram.light(scene.state);
  const open = conversation.ring === "listening" && !conversation.awake;
  suggestions.offer(sayable(conversation.view, scene.state, open));
  requestAnimationFrame(draw);
}

function keepHouse() {
  if (!conversation.view) return;
  memory.rememberMoment(clock.now());
  void conversation.keepTime();
}

// The beginning.

/** @param {string} runner */
async function sitDown(runner) {
  memory.rememberRunner(runner);
  await conversation.settled; // an answer that is on its way belongs to the desk that is left
  memory.forgetDesk();
  log.clear();
  inspector.clear();
  putAway("carry-on");
  await conversation.begin(runner, memory.rememberedDevice(), language);
}

async function begin() {
  const desk = memory.rememberedDesk();
  if (!desk) return sitDown(memory.rememberedRunner());
  await conversation.comeBack(desk.desk, desk.now_ms);
  if (conversation.unfinished) part("carry-on").hidden = false;
  else if (conversation.view?.begun) clock.run();
  return undefined;
}

wireControls(part, { say, talk, start, carryOn, goOn: () => conversation.awake && goOn() });
part("save-log").addEventListener("click", () => download("conversation.txt", log.text, "text/plain"));
onMoreVoices(offerVoices);
part("history-panel").addEventListener("toggle", () => void tellHistory());
foldByRoom(document.querySelectorAll("details.panel"));
choices.offerLanguages(languages, language);
choices.offerEars(ears.offered(), ears.chosen);
offerWakes();
closeOutside(part("drawer"));
addEventListener("pagehide", () => {
  if (conversation.view) memory.rememberMoment(clock.now());
});
setInterval(keepHouse, HOUSEKEEPING_MS);
void untilAnswered(workflow).then((states) => diagram.draw(states));
void begin();
draw();
