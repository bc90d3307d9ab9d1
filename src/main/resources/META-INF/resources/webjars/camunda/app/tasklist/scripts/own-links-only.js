// Words of people are plain text. Forms of an earlier release, to which running cases are bound, put them into their Markdown as
// they are: what would lead out of the application or load something is shown as the text that it is.

const TEXTS = '.fjs-container .fjs-form-field-text';

function leadsOut({ protocol, origin }) {
  return protocol !== 'tel:' && origin !== location.origin;
}

function clean() {
  document.querySelectorAll(`${TEXTS} a[href]`).forEach(link => {
    if (leadsOut(link)) link.replaceWith(...link.childNodes, `（${link.getAttribute('href')}）`);
  });
  document.querySelectorAll(`${TEXTS} img`).forEach(picture => picture.replaceWith(picture.alt));
}

new MutationObserver(clean).observe(document.body, { subtree: true, childList: true });
clean();
