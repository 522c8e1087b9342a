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
    if (event.target.closest("[data-testid=stSidebar] a")) closeMenu();
    setTimeout(forgetMenu);
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("select[data-filter]")) narrow(event.target);
  });
  addEventListener("popstate", (event) => {
    if (!event.isTrusted || !Number.isFinite(event.state?.wsoaTop)) return;
    if (location.hash) reach(location.hash, event.state.wsoaTop);
    else comeBack(event.state.wsoaTop);
  });
  if (location.hash) reach(location.hash);
  watchServer();
  document.addEventListener("toggle", keepOpened, true);
  document.addEventListener("submit", (event) => {
    const form = event.target.closest(".stHtml form");
    if (form && form.method !== "post") ask(event, form);
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches(".st-key-answers input")) leaveSoon(event.target);
    if (event.target.closest("[data-testid=stMain]")) typed = true;
  });
  document.addEventListener("click", leaveWhenTaken, true);
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (writing || leftToTheBrowser(event)) return;
    if (/^[1-9]$/.test(event.key)) document.querySelectorAll(".index a")[event.key - 1]?.click(); // an item presented
    if (event.key === "c") return challenge(event);
    if (event.key !== "/") return;
    event.preventDefault();
    document.querySelector("form.search input[type=search]")?.focus();
  });
}

// In a meeting: what is on the screen is challenged with one key, and what is asked can be typed at once.
function challenge(event) {
  const opens = document.querySelector(".st-key-recording button");
  if (!opens) return;
  event.preventDefault();
  if (opens.getAttribute("aria-expanded") !== "true") opens.click();
  untilDrawn(() => {
    const box = document.querySelector("[data-testid=stPopoverBody] [data-testid=stTextInput] input");
    box?.focus();
    return document.activeElement === box && Boolean(box);
  });
}

// On a phone the menu lies over the page: who chose from it wants to see the page, and finds it closed the next time too.
function closeMenu() {
  document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
}

function forgetMenu() {
  try {
    const kept = Object.keys(localStorage).filter((key) => key.startsWith("stSidebarCollapsed"));
    for (const key of kept) localStorage.removeItem(key);
  } catch {} // a browser that keeps nothing has nothing to forget
}

// A server that was started again knows nothing of this page: once it answers, the page is drawn anew, and says so itself.
async function watchServer() {
  let drawnBy = await startedAs();
  const connected = async ([change]) => {
    if (change.target.dataset.testConnectionState !== "CONNECTED") return;
    const now = await startedAs();
    if (drawnBy && now && now !== drawnBy) window.dispatchEvent(new PopStateEvent("popstate"));
    drawnBy = now ?? drawnBy;
  };
  new MutationObserver(connected).observe(document.body, {
    subtree: true,
    attributeFilter: ["data-test-connection-state"],
  });
}

async function startedAs() {
  try {
    return (await fetch("/livez")).headers.get("wsoa-started");
  } catch {
    return null; // it does not answer, or has gone away again
  }
}

// What is typed as an answer is sent, and so kept, after a moment without typing, as if its box had been left.
let leaving;
function leaveSoon(box) {
  clearTimeout(leaving);
  leaving = setTimeout(() => box.dispatchEvent(new FocusEvent("focusout", { bubbles: true })), 700);
}

// Streamlit drops what was just typed where another page is asked for before the server has taken it, or drops that page:
// a link pressed at once is followed as soon as the words have arrived.
let typed = false;
function leaveWhenTaken(event) {
  const link = event.target.closest("a[href]");
  if (!typed || !link || link.origin !== location.origin || link.target || link.matches(".file, .leave")) return;
  if (leftToTheBrowser(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  document.activeElement?.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  const asked = Date.now();
  let idle = 0;
  const again = setInterval(() => {
    idle = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning" ? idle + 1 : 0;
    if (idle < 4 && Date.now() - asked < 8000) return; // between two runs there is a moment without any
    clearInterval(again);
    typed = false;
    link.click();
  }, 50);
}

function leftToTheBrowser(event) {
  return event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

function follow(event, link) {
  if (link.origin !== location.origin || link.target || link.matches(".leave") || leftToTheBrowser(event)) return;
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

// What was opened in a list stands behind the # of the address: copied or gone back to, it is open again.
function keepOpened(event) {
  const { id, open } = event.target;
  if (!id || !event.target.closest(".stHtml") || open === (location.hash === `#${encodeURIComponent(id)}`)) return;
  history.replaceState(history.state, "", open ? `#${encodeURIComponent(id)}` : location.pathname + location.search);
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

// What an address points at is opened, marked and shown; on the way back it is opened, and the page stands where it stood.
function reach(hash, top) {
  untilDrawn(() => {
    const found = document.getElementById(decodeURIComponent(hash.slice(1)));
    found?.classList.add("reached");
    if (found?.matches("details")) found.open = true;
    if (top === undefined) found?.scrollIntoView();
    else page()?.scrollTo(0, top);
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

// Rows that every choice lets through, and the names of groups that have any; nothing is asked of the server, and the
// address says what was chosen, so that it brings a colleague to the same list.
function narrow(box) {
  const address = new URL(location.href);
  if (box.value) address.searchParams.set(box.dataset.filter, box.value);
  else address.searchParams.delete(box.dataset.filter);
  history.replaceState(history.state, "", address);
  const chosen = [...document.querySelectorAll("select[data-filter]")].filter((each) => each.value);
  let total = 0;
  for (const group of document.querySelectorAll(".narrowed")) {
    let left = 0;
    for (const row of group.querySelectorAll(".row")) {
      row.hidden = chosen.some((each) => !row.getAttribute(`data-${each.dataset.filter}`).includes(`|${each.value}|`));
      left += row.hidden ? 0 : 1;
    }
    group.hidden = !left;
    for (const count of group.querySelectorAll(".shown")) count.textContent = left;
    if (!group.matches(".beside")) total += left; // what is listed beside a plan is in no count of it
  }
  for (const count of document.querySelectorAll(".found .shown")) count.textContent = total;
}

// Rows of one rating, and the names of groups that have any; nothing is asked of the server.
function show(button) {
  const address = new URL(location.href);
  if (button.dataset.show) address.searchParams.set("show", button.dataset.show);
  else address.searchParams.delete("show");
  history.replaceState(history.state, "", address);
  for (const each of button.parentElement.children) each.setAttribute("aria-pressed", String(each === button));
  for (const group of document.querySelectorAll("table.measures tbody")) {
    const rows = [...group.querySelectorAll("tr[data-rating]")];
    for (const row of rows) row.hidden = Boolean(button.dataset.show) && row.dataset.rating !== button.dataset.show;
    group.hidden = rows.every((row) => row.hidden);
  }
}
