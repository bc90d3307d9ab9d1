// The way back to the pages of the office, first in the menu of all four applications.

const link = document.createElement('li');
link.className = 'office-pages';
link.innerHTML = '<a href="">办公页面</a>';
link.firstChild.href = `${document.querySelector('base').getAttribute('app-root')}/../messages`;

const header = document.querySelector('[cam-widget-header]');

// The menu comes with the template of the header, once.
function place() {
  const menu = header.querySelector('.app-menu > ul');
  menu?.prepend(link);
  return menu;
}

if (!place()) {
  new MutationObserver((changes, observer) => {
    if (place()) observer.disconnect();
  }).observe(header, { childList: true, subtree: true });
}
