// A new version: it is fetched beside the one that runs, said when no round is played, and taken when the player presses.

const OFTEN = 1000; // ms between two looks whether the round is over

// container: navigator.serviceWorker; playing(): whether a round is played; ready(take): says that a new version is there,
// and calls take() when the player wants it; reload(): loads the page again.
export async function watchUpdates(container, { playing, ready, reload, every = setTimeout }) {
  const registration = await container.register("service_worker.js");
  const first = !container.controller; // the first version takes this page over without being asked
  let said = false, taken = false;
  container.addEventListener("controllerchange", () => taken && reload());

  const take = () => {
    taken = true;
    registration.waiting?.postMessage("take over");
  };
  function say() {
    if (said || first || !registration.waiting) return;
    if (playing()) return void every(say, OFTEN);
    said = true;
    ready(take);
  }
  function installing(worker) {
    worker?.addEventListener("statechange", () => worker.state === "installed" && say());
  }
  installing(registration.installing);
  registration.addEventListener("updatefound", () => {
    said = false;
    installing(registration.installing);
  });
  say();
}
