// Runs in any browser, however old: says so where the program's own files cannot even be read.
"use strict";

(function () {
  function tooOld() {
    var sentence = document.getElementById("sentence");
    if (window.handplayBegun || !sentence) return;
    document.getElementById("ring").hidden = true;
    sentence.textContent = document.querySelector("noscript").textContent;
  }
  if (!("noModule" in document.createElement("script"))) window.addEventListener("load", tooOld);
  window.addEventListener("error", tooOld);
})();
