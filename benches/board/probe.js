// Works the table as a person does, and tells how long each thing takes until it is painted. The same for every page
// that has a search box, column heads with buttons, rows with `aria-rowindex` and links to Settings and Runners.
const table = () => document.querySelector("table, [role=grid]");
const number = (row) => +row.getAttribute("aria-rowindex");
// The head is row 1. Rows that are kept for later use are not displayed.
const rows = () =>
  [...(table()?.querySelectorAll("[aria-rowindex]") ?? [])].filter((row) => number(row) > 1 && row.checkVisibility());
const name = (row) => row.querySelector("a")?.textContent.trim() ?? "";
// What can be told apart of a list: how long it is and which rows are in sight.
const sight = () => [table()?.getAttribute("aria-rowcount"), ...rows().sort((a, b) => number(a) - number(b)).map(name)].join("\n");

const rest = (time) => new Promise((done) => setTimeout(done, time));
// After the paint of the next frame; gives that frame's time.
const painted = () =>
  new Promise((done) =>
    requestAnimationFrame((time) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(time);
      channel.port2.postMessage(0);
    }),
  );
// A person acts at any moment between two frames: moments spread evenly, the same in every run.
let acts = 0;
const moment = () => rest(30 + ((acts++ * 7) % 17));

// From an act to the frame that shows the last change that it made; to the next frame where it changed nothing.
async function toLastChange(act) {
  await moment();
  let seen = sight(), at;
  const start = performance.now();
  act();
  do {
    await painted();
    const now = performance.now() - start;
    const shown = sight();
    if (at === undefined || shown !== seen) [at, seen] = [now, shown];
  } while (performance.now() - start - at < 120 && at < 5000);
  return at;
}

// From an act to the first frame that shows something else than before.
async function toFirstChange(act) {
  await moment();
  const before = sight(), start = performance.now();
  let first;
  act();
  do {
    await painted();
    const now = performance.now() - start;
    first ??= now;
    if (sight() !== before) return now;
  } while (performance.now() - start < first + 400);
  return first;
}

const probe = {
  // Words letter by letter, and away again.
  async type() {
    const box = document.querySelector("input[type=search]"), samples = [];
    const words = ["build", "linux-1", "gpu", "#99", "docker-lab"];
    const texts = words.flatMap((word) => [...word].map((_, end) => word.slice(0, end + 1)).concat(""));
    for (const text of texts) {
      samples.push(await toLastChange(() => {
        box.value = text;
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }));
    }
    return { samples };
  },

  // Every column that sorts, up and down and again. Between two presses others may prepare what they like.
  async sort() {
    const heads = () => [...document.querySelectorAll("th[aria-sort], [role=columnheader][aria-sort]")];
    const columns = [];
    for (const [place, head] of heads().entries()) {
      const samples = [];
      for (let press = 0; press < 5; press++) {
        samples.push(await toFirstChange(() => heads()[place].querySelector("button").click()));
      }
      columns.push({ name: head.textContent.trim(), samples });
    }
    return { columns };
  },

  // From end to end in 200 steps, one a frame; each set between frames, as a wheel does it. Once for the time of the
  // frames and once to look for blank rows, because looking takes time as well.
  async scroll() {
    const samples = [];
    let last, blank = 0;
    await steps((frame, now) => {
      if (last !== undefined) samples.push(now - last);
      last = now;
    });
    await steps((frame) => (blank += missing(frame)));
    return { samples, blank };
  },

  // Away to Settings and back: the rows are in memory and nothing of the table is in the page.
  async open() {
    const link = (view) => [...document.querySelectorAll("nav a")].find((one) => one.textContent.trim() === view);
    const address = location.search, samples = [];
    for (let time = 0; time < 5; time++) {
      link("Settings").click();
      for (let tries = 0; rows().length; tries++) {
        if (tries === 300) throw new Error("Settings still shows the table");
        await painted();
      }
      await rest(400);
      await moment();
      // The link may lead to another list than the one that was left.
      link("Runners").setAttribute("href", address || "?");
      const start = performance.now();
      link("Runners").click();
      do await painted(); while (!rows().some(name) && performance.now() - start < 20000);
      samples.push(performance.now() - start);
      await rest(400);
    }
    return { samples };
  },
};

// Scrolls, and calls with the time of each frame when it is painted.
async function steps(look) {
  const near = [...table().children];
  for (let element = table(); element; element = element.parentElement) near.push(element);
  const frame = near.find((one) => one.scrollHeight > one.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(one).overflowY));
  const step = (frame.scrollHeight - frame.clientHeight) / 200;
  for (let place = 0; place <= 200; place++) {
    frame.scrollTop = Math.round(place * step);
    look(frame, await painted());
  }
  frame.scrollTop = 0;
  await rest(400);
}

// How many rows fit into what is in sight and not covered by one with words in it.
function missing(frame) {
  const bottom = frame.getBoundingClientRect().top + frame.clientHeight;
  const top = table().querySelector("[aria-rowindex='1'], thead").getBoundingClientRect().bottom;
  const places = rows().filter(name).map((row) => row.getBoundingClientRect());
  const covered = places.reduce((sum, row) => sum + Math.max(0, Math.min(row.bottom, bottom) - Math.max(row.top, top)), 0);
  const height = places[0]?.height || 36;
  return Math.max(0, Math.round((bottom - top - covered) / height));
}

const [work, done] = arguments;
probe[work]().then(done, (error) => done({ error: String(error) }));
