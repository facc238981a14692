// The sources panel: any marker on the page opens it; Escape or its button closes it and gives the focus back.
const panel = element.querySelector(".drawer");
const body = element.querySelector(".drawer-body");
let from = null;

async function open(marker) {
  from = marker;
  document.querySelectorAll(".cite.on").forEach((other) => other.classList.remove("on"));
  marker.classList.add("on");
  panel.hidden = false;
  document.body.classList.add("with-source");
  body.innerHTML = "<p class='eyebrow'>Opening the source …</p>";
  const { passage, span, marker: number, verdict } = marker.dataset;
  try {
    body.innerHTML = await server.source([passage, span, number, verdict]);
  } catch {
    body.innerHTML = "<h2 tabindex='-1'>The source could not be opened</h2><p>The server did not answer. Try again in a moment.</p>";
  }
  body.querySelector("h2")?.focus({ preventScroll: true });
  const mark = body.querySelector("mark");
  panel.scrollTop = mark ? Math.max(0, mark.offsetTop - panel.clientHeight / 3) : 0;
}

function close() {
  panel.hidden = true;
  document.body.classList.remove("with-source");
  from?.classList.remove("on");
  if (from?.isConnected) from.focus({ preventScroll: true });
  from = null;
}

document.addEventListener("click", (event) => {
  const marker = event.target.closest?.("button.cite");
  if (marker) open(marker);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) close();
});
element.querySelector(".drawer-close").addEventListener("click", close);
