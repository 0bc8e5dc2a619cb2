// The references of loading: bare loops of six parallel fetches with the page's header, answers parsed and thrown away.
// A parameter of no meaning makes addresses of their own, so that no preflight and no cache of the page's helps them.
const AT_ONCE = 6;

const bare = {
  async get(address, token) {
    const own = new URL(address);
    own.searchParams.set("bare", "1");
    const headers = { "private-token": token };
    const answer = await fetch(own, { headers, cache: "no-cache", credentials: "omit" });
    return [answer, await answer.json()];
  },

  // Everything given, so many at a time; what each answered, in the order given.
  async all(addresses, token) {
    const answers = [];
    let next = 0;
    const lane = async () => {
      while (next < addresses.length) {
        const place = next++;
        [, answers[place]] = await bare.get(addresses[place], token);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return answers;
  },

  // A list: its first page, then the rest, as many as GitLab tells or as somebody knew.
  async list(address, token, known) {
    const page = (number) => `${address}&page=${number}`;
    const start = performance.now();
    const [first] = await bare.get(page(1), token);
    const firstAt = performance.now() - start;
    const last = known ?? +first.headers.get("x-total-pages");
    await bare.all(Array.from({ length: last - 1 }, (_, place) => page(place + 2)), token);
    return { first: firstAt, all: performance.now() - start, requests: last };
  },

  // The time that these requests take.
  async time(addresses, token) {
    const start = performance.now();
    const answers = await bare.all(addresses, token);
    return { all: performance.now() - start, answers };
  },

  // The time that one GraphQL question takes, and that it takes once its preflight is known.
  async ask(url, token, body) {
    const headers = { "private-token": token, "content-type": "application/json" };
    const once = async () => {
      const start = performance.now();
      const answer = await fetch(`${url}/api/graphql?bare=1`, { method: "POST", headers, body, credentials: "omit" });
      await answer.json();
      return performance.now() - start;
    };
    return { all: await once(), again: await once() };
  },
};

const [work, ...given] = arguments;
const done = given.pop();
bare[work](...given).then(done, (error) => done({ error: String(error) }));
