// Links inside our HTML change the page without loading the app again; a button copies the address of the view.
if (!window.wsoaListens) {
  window.wsoaListens = true;
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".stHtml a[href]");
    if (link) (link.matches(".file") ? takeAway : follow)(event, link);
    const button = event.target.closest("button.copy-link");
    if (button) copyAddress(button);
  });
}

function leftToTheBrowser(event) {
  return event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

function follow(event, link) {
  if (link.origin !== location.origin || link.target || leftToTheBrowser(event)) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate")); // Streamlit goes where the address says
  document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
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
