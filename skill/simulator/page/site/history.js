// The history: sessions, weeks as bars, and how far each exercise has come, with the reason of every step.

import { capital, draw, make } from "./dom.js";
import { word } from "./words.js";

const TARGET_DAYS = 2; // a week, see skill/training/week.py
const HEIGHT = 48;
const GAP = 0.25; // of a bar's place
const FEWEST_PLACES = 6; // a single bar is not a wall
const SERIES = ["repetitions", "seconds"];
const FIGURES = ["sets", "repetitions", "seconds"];

export class History {
  #el;
  #shown = "";

  /** @param {HTMLElement} el */
  constructor(el) {
    this.#el = el;
    this.fail(word("history.closed"));
  }

  /** @param {any} history see skill/coach/telling/history.py */
  load(history) {
    const given = JSON.stringify(history);
    if (given === this.#shown) return; // what was unfolded stays so
    this.#shown = given;
    const open = new Set([...this.#el.querySelectorAll("details[open]")].map((el) => el.dataset.name));
    const parts = history.notice ? [make("p", "empty", history.notice)] : [];
    if (history.sessions.length || history.exercises.length) {
      const lists = make("div", "history-lists", sessions(history.sessions), courses(history.exercises));
      parts.push(facts(history), charts(history.weeks), lists);
    }
    this.#el.replaceChildren(...parts);
    for (const el of this.#el.querySelectorAll("details")) el.open = open.has(el.dataset.name);
  }

  /** @param {string} problem */
  fail(problem) {
    this.#shown = "";
    this.#el.replaceChildren(make("p", "empty", problem));
  }
}

/** @param {any} history */
function facts({ streak, this_week, months: [now, before] }) {
  const months = (month) => `${word("history.workouts", { n: month.workouts })}, ${word("history.reps", { n: month.repetitions })}`;
  const entries = [
    [word("history.streak"), streak],
    [word("history.this_week"), word("history.of_days", { n: this_week, of: TARGET_DAYS })],
    [monthName(now.first), months(now)],
    [monthName(before.first), months(before)],
  ];
  const entry = ([name, value]) => make("div", "", make("dt", "", name), make("dd", "", value));
  return make("dl", "facts", ...entries.map(entry));
}

/** @param {any[]} weeks */
function charts(weeks) {
  if (!weeks.length) return make("div", "charts");
  const rows = weeks.map((week) => [date(week.day), week.workouts, ...FIGURES.map((id) => week[id])]);
  const table = tableOf(word("history.by_week"), [word("history.week_of"), word("history.count"), ...figureNames()], rows);
  const both = make("div", "charts", ...SERIES.map((id) => chart(weeks, id, word(`history.${id}_a_week`))));
  return make("div", "", both, fold("weeks", [make("span", "", word("history.as_table"))], table));
}

/** @param {any[]} weeks @param {string} id @param {string} name */
function chart(weeks, id, name) {
  const most = Math.max(1, ...weeks.map((week) => week[id]));
  const last = weeks.at(-1)[id];
  const bar = (week, i) => {
    const height = (HEIGHT * week[id]) / most;
    const place = { x: i + GAP / 2, width: 1 - GAP, y: HEIGHT - height, height };
    const words = draw("title", {}, `${word("history.week_of_day", { day: date(week.day) })}: ${week[id]}`);
    return draw("rect", { class: `bar bar-${id}`, ...place }, words);
  };
  const picture = draw(
    "svg",
    {
      viewBox: `0 0 ${Math.max(weeks.length, FEWEST_PLACES)} ${HEIGHT}`,
      preserveAspectRatio: "none",
      role: "img",
      "aria-label": word("history.chart", { name, weeks: word("history.weeks", { n: weeks.length }), last, most }),
    },
    ...weeks.map(bar),
  );
  const title = make("p", "chart-title", make("span", "small-title", name), make("span", "", word("history.last", { n: last })));
  const ends = make("p", "timeline-ends", make("span", "", date(weeks[0].day)), make("span", "", word("history.most", { n: most })));
  return make("div", "chart", title, make("div", "bars", picture), ends);
}

/** @param {any[]} all */
function sessions(all) {
  const rows = all.map((session) => [
    date(session.day, true),
    session.exercises,
    ...FIGURES.map((id) => session[id]),
    download(session),
  ]);
  const heads = [word("history.day"), word("history.exercises"), ...figureNames(), word("history.for_a_watch")];
  return make("div", "", make("h3", "small-title", word("history.sessions")), tableOf(word("history.newest_first"), heads, rows));
}

/** @param {any} session @returns {Node} the workout as a file for Garmin Connect, Strava or intervals.icu */
function download({ day, fit }) {
  const link = make("a", "download", "FIT");
  link.href = fit;
  link.download = "";
  link.setAttribute("aria-label", word("history.download", { day: date(day) }));
  return link;
}

/** @param {any[]} all */
function courses(all) {
  return make("div", "", make("h3", "small-title", word("history.exercises")), make("div", "courses", ...all.map(course)));
}

/** @param {any} exercise */
function course({ name, now, began, steps }) {
  const words = [make("span", "course-name", name), make("span", "course-now", now)];
  const lines = steps.map(({ day, to, why }) =>
    make("li", "", make("span", "line-time", date(day)), make("span", "", to), make("span", "step-why", why)),
  );
  const older = steps.length ? [] : [make("p", "empty", word("history.same", { day: date(began, false, true) }))];
  return fold(name, words, ...older, make("ol", "steps", ...lines));
}

/** @param {string} name @param {Node[]} summary @param {...Node} inside */
function fold(name, summary, ...inside) {
  const el = make("details", "fold", make("summary", "", ...summary), ...inside);
  el.dataset.name = name;
  return el;
}

/** @param {string} caption @param {string[]} heads @param {(string | number | Node)[][]} rows */
function tableOf(caption, heads, rows) {
  const head = heads.map((name) => {
    const cell = make("th", "", name);
    cell.scope = "col";
    return cell;
  });
  const body = rows.map(([first, ...figures]) => {
    const cell = make("th", "", String(first));
    cell.scope = "row";
    return make("tr", "", cell, ...figures.map((figure) => make("td", "", figure instanceof Node ? figure : String(figure))));
  });
  const table = make(
    "table",
    "figures",
    make("caption", "unseen", caption),
    make("thead", "", make("tr", "", ...head)),
    make("tbody", "", ...body),
  );
  const frame = make("div", "scroller", table); // on a narrow screen it is scrolled, also by keyboard
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", caption);
  return frame;
}

const figureNames = () => FIGURES.map((id) => word(`history.${id}`));

/** @param {string} day such as "2026-01-05" @param {boolean} [weekday] @param {boolean} [year] */
function date(day, weekday = false, year = false) {
  const shown = { day: "numeric", month: "short", ...(weekday && { weekday: "short" }), ...(year && { year: "numeric" }) };
  return written(day, shown);
}

/** @param {string} day */
const monthName = (day) => capital(written(day, { month: "long" }));

/** @param {string} day @param {any} shown */
const written = (day, shown) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", ...shown }).format(new Date(`${day}T00:00Z`));
