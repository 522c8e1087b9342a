// Links inside our HTML change the page without loading the app again; a button copies the address of the view.
if (!window.wsoaListens) {
  window.wsoaListens = true;
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".stHtml a[href]");
    if (link) follow(event, link);
    const button = event.target.closest("button.copy-link");
    if (button) copyAddress(button);
  });
}

function follow(event, link) {
  const elsewhere = link.origin !== location.origin || link.target || link.hasAttribute("download");
  if (elsewhere || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate")); // Streamlit goes where the address says
  document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
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
