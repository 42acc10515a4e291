// Where the states of the workflow stand in the diagram, and how arrows run between them. Laid by hand.

export const SIZE = { width: 860, height: 410 };
export const NODE = { width: 122, height: 42 };

/** The middle of each state. @type {Record<string, [number, number]>} */
export const PLACES = {
  idle: [75, 70],
  warming_up: [235, 70],
  announcing: [205, 195],
  counting: [415, 60],
  resting: [415, 195],
  holding: [415, 330],
  changing_sides: [595, 195],
  stretching: [775, 195],
  finished: [775, 350],
  paused: [75, 340],
};

/** How far an arrow bends to its left, where a straight one would cross a state. @type {Record<string, number>} */
const BENDS = {
  "counting changing_sides": 18,
  "idle counting": 70,
  "counting idle": -70,
  "paused warming_up": 70,
  "warming_up paused": -90,
  "changing_sides counting": 18,
  "holding changing_sides": 18,
  "changing_sides holding": 18,
  "counting announcing": 36,
  "counting paused": 70,
  "counting stretching": 70,
  "counting finished": -130,
  "holding stretching": -70,
  "changing_sides announcing": 90,
  "changing_sides idle": -190,
  "changing_sides paused": 190,
  "changing_sides stretching": 0,
  "resting idle": 40,
  "resting paused": -40,
  "resting stretching": 70,
  "stretching idle": -195,
  "stretching paused": 230,
  "paused changing_sides": -190,
  "paused resting": 40,
  "paused stretching": -230,
  "paused finished": -50,
  "idle changing_sides": 190,
  "idle resting": -40,
  "idle stretching": 195,
  "stretching announcing": -135,
  "idle holding": 135,
  "holding idle": -110,
  "paused counting": -70,
  "announcing stretching": -135,
};

const GAP = 5;

/**
 * @param {string} from @param {string} to
 * @returns {{path: string, label: [number, number]}} the arrow's line, and where its name stands
 */
export function arrowBetween(from, to) {
  const [x1, y1] = PLACES[from];
  const [x2, y2] = PLACES[to];
  if (from === to) return loop(x1, y1);
  const length = Math.hypot(x2 - x1, y2 - y1);
  const bend = BENDS[`${from} ${to}`] ?? length * 0.06;
  const over = [(x1 + x2) / 2 + ((y2 - y1) / length) * bend, (y1 + y2) / 2 - ((x2 - x1) / length) * bend];
  const [ax, ay] = edge([x1, y1], over);
  const [bx, by] = edge([x2, y2], over);
  return {
    path: `M${ax} ${ay}Q${over[0]} ${over[1]} ${bx} ${by}`,
    label: [(ax + 2 * over[0] + bx) / 4, (ay + 2 * over[1] + by) / 4],
  };
}

/** @param {number} x @param {number} y @returns {{path: string, label: [number, number]}} */
function loop(x, y) {
  const top = y - NODE.height / 2 - GAP;
  return {
    path: `M${x + 18} ${top}C${x + 36} ${top - 46} ${x - 36} ${top - 46} ${x - 18} ${top}`,
    label: [x, top - 46],
  };
}

/** Where a line from the middle of a state leaves its box. @param {[number, number]} middle @param {number[]} towards */
function edge([x, y], towards) {
  const [dx, dy] = [towards[0] - x, towards[1] - y];
  const across = (NODE.width / 2 + GAP) / Math.abs(dx || 1e-9);
  const down = (NODE.height / 2 + GAP) / Math.abs(dy || 1e-9);
  const part = Math.min(across, down);
  return [Math.round(x + dx * part), Math.round(y + dy * part)];
}
