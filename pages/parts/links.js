// Links inside our HTML change the page without loading the app again; a button copies the address of the view.
if (!window.wsoaListens) {
  window.wsoaListens = true;
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".stHtml a[href]");
    if (link) (link.matches(".file") ? takeAway : follow)(event, link);
    const button = event.target.closest("button.copy-link");
    if (button) copyAddress(button);
    if (event.target.closest("button.print")) window.print();
    const shown = event.target.closest(".filter button");
    if (shown) show(shown);
  });
  addEventListener("popstate", (event) => {
    if (event.isTrusted && Number.isFinite(event.state?.wsoaTop)) comeBack(event.state.wsoaTop);
  });
  if (location.hash) reach(location.hash);
  document.addEventListener("submit", (event) => {
    const form = event.target.closest(".stHtml form");
    if (form) ask(event, form);
  });
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (writing || leftToTheBrowser(event)) return;
    if (/^[1-9]$/.test(event.key)) document.querySelectorAll(".index a")[event.key - 1]?.click(); // an item presented
    if (event.key !== "/") return;
    event.preventDefault();
    document.querySelector("form.search input[type=search]")?.focus();
  });
}

function leftToTheBrowser(event) {
  return event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

function follow(event, link) {
  if (link.origin !== location.origin || link.target || leftToTheBrowser(event)) return;
  if (link.hash && link.pathname === location.pathname && link.getAttribute("href").startsWith("#")) return; // on this page
  event.preventDefault();
  go(link.href);
}

// A question is asked as a link would be followed; without this script the browser sends the form itself.
function ask(event, form) {
  event.preventDefault();
  const address = new URL(form.getAttribute("action"), document.baseURI);
  address.search = new URLSearchParams(new FormData(form)).toString();
  go(address.href);
}

function go(address) {
  remember();
  history.pushState({}, "", address);
  window.dispatchEvent(new PopStateEvent("popstate")); // Streamlit goes where the address says
  if (location.hash) return reach(location.hash);
  page()?.scrollTo(0, 0);
}

function page() {
  return document.querySelector("[data-testid=stMain]");
}

// How far down a page was read is kept with its address, so that going back leads to the same place in a list.
function remember() {
  history.replaceState({ ...history.state, wsoaTop: page()?.scrollTop ?? 0 }, "");
}

// The page is drawn piece by piece: it is tried again until it is long enough, or somebody moves it by hand.
function comeBack(top) {
  untilDrawn(() => {
    page()?.scrollTo(0, top);
    return Math.abs((page()?.scrollTop ?? 0) - top) < 2;
  });
}

function reach(hash) {
  untilDrawn(() => {
    const found = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (found?.matches("details")) found.open = true;
    found?.scrollIntoView();
    return false; // what is drawn later above it would push it away
  });
}

function untilDrawn(done) {
  const began = Date.now();
  const moved = ["wheel", "touchstart", "keydown", "pointerdown"];
  const stop = () => {
    clearInterval(again);
    moved.forEach((each) => removeEventListener(each, stop, true));
  };
  const again = setInterval(() => {
    const settled = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning";
    const waited = Date.now() - began; // at first the page before still stands there, settled
    if ((done() && settled && waited > 700) || waited > (settled ? 1500 : 8000)) stop();
  }, 50);
  moved.forEach((each) => addEventListener(each, stop, true));
}

// A file is fetched here, so that a refusal is said beside its link and the page stays.
async function takeAway(event, link) {
  if (leftToTheBrowser(event)) return;
  event.preventDefault();
  const told = link.parentElement.querySelector("[role=status]");
  told.textContent = "Being made …";
  try {
    const answer = await fetch(link.href);
    if (answer.ok) save(await answer.blob(), link.dataset.name);
    told.textContent = answer.ok ? "" : await answer.text();
  } catch {
    told.textContent = "The server does not answer. Try again when it does; nothing was lost.";
  }
}

function save(content, name) {
  const address = URL.createObjectURL(content);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

async function copyAddress(button) {
  const told = button.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(location.href);
    told.textContent = "Copied";
  } catch {
    told.textContent = copyOldWay(location.href) ? "Copied" : location.href; // no permission, or not over https
  }
  setTimeout(() => (told.textContent = ""), 8000);
}

function copyOldWay(text) {
  const field = Object.assign(document.createElement("textarea"), { value: text });
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

// Rows of one rating, and the names of groups that have any; nothing is asked of the server.
function show(button) {
  for (const each of button.parentElement.children) each.setAttribute("aria-pressed", String(each === button));
  for (const group of document.querySelectorAll("table.measures tbody")) {
    const rows = [...group.querySelectorAll("tr[data-rating]")];
    for (const row of rows) row.hidden = Boolean(button.dataset.show) && row.dataset.rating !== button.dataset.show;
    group.hidden = rows.every((row) => row.hidden);
  }
}
