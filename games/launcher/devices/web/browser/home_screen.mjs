// Says once, kindly, that the program may lie on the Home Screen: from there it fills the screen, and its data stay.

const SAID = "handplay home screen said";
const OFTEN = 2000; // ms between two looks whether a round was played and is over

// window: the page's own; ripe(): whether something was played and no round runs; say(words, act): shows a sentence, and
// act() follows when it is pressed; words: the sentences by id.
export function offerHomeScreen(window, { ripe, say, words, every = setTimeout }) {
  const { navigator, localStorage, matchMedia } = window;
  let offer = null; // where the browser asks by itself, its own question
  const there = () => navigator.standalone || ["standalone", "fullscreen"].some((one) => matchMedia.call(window, `(display-mode: ${one})`).matches);
  const apple = /iPad|iPhone/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
  });
  function said() {
    try {
      return localStorage.getItem(SAID) !== null;
    } catch {
      return true; // nothing is kept here: it would be said again and again
    }
  }
  function look() {
    if (said() || there()) return;
    if (!ripe() || !(offer || apple)) return void every(look, OFTEN);
    localStorage.setItem(SAID, "once");
    say(words[offer ? "browser install" : "browser home"], () => offer?.prompt());
  }
  every(look, OFTEN);
}
