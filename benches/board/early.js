// Runs in every document before its own scripts: keeps what the page itself does not tell.
performance.setResourceTimingBufferSize(100000);
window.bench = { memories: new Set(), questions: [] };

// WebAssembly's memory is counted beside JavaScript's heap.
for (const name of ["instantiate", "instantiateStreaming"]) {
  const real = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const made = await real.apply(WebAssembly, given);
    const { memory } = (made.instance ?? made).exports;
    if (memory instanceof WebAssembly.Memory) bench.memories.add(memory);
    return made;
  };
}

// What was asked through GraphQL, so that the reference can ask the same.
const realFetch = window.fetch;
window.fetch = (request, ...rest) => {
  if (request.method === "POST" && request.url.endsWith("/api/graphql")) {
    const at = performance.now();
    request.clone().text().then((body) => bench.questions.push({ at, body }));
  }
  return realFetch.call(window, request, ...rest);
};
