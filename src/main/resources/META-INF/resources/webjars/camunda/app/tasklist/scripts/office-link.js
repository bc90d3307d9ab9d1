// The ways to the pages of the office, first in the menu of all four applications: to the desk for whoever may open it.

const application = document.querySelector('base').getAttribute('app-root');

function link(name, title, path) {
  const item = document.createElement('li');
  item.className = name;
  item.innerHTML = '<a href=""></a>';
  item.firstChild.href = `${application}/..${path}`;
  item.firstChild.textContent = title;
  return item;
}

const ways = [];
const office = link('office-pages', '办公页面', '/messages');
const header = document.querySelector('[cam-widget-header]');

// The menu comes with the template of the header, once.
function place() {
  const menu = header.querySelector('.app-menu > ul');
  menu?.prepend(office, ...ways);
  return menu;
}

if (!place()) {
  new MutationObserver((changes, observer) => {
    if (place()) observer.disconnect();
  }).observe(header, { childList: true, subtree: true });
}

// Who may go where is said by the navigation of the pages themselves.
fetch(office.firstChild.href).then(async page => {
  if (!page.ok || page.redirected) return;
  const pages = new DOMParser().parseFromString(await page.text(), 'text/html');
  if (!pages.querySelector('body > header nav a[href$="/desk"]')) return;
  ways.push(link('desk-page', '服务台', '/desk'));
  if (office.isConnected) office.after(...ways);
});
