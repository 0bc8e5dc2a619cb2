// Starts the demo's GitLab in this worker. Requests that come before it stands are kept and handed over.
const early = [];
self.onmessage = (message) => early.push(message);

importScripts("demo.js");
wasm_bindgen({ module_or_path: "demo_bg.wasm" }).then(
  () => early.forEach((message) => self.onmessage(message)),
  // A rejected promise stays in the worker; an error reaches the page.
  (error) => setTimeout(() => { throw error; }),
);
