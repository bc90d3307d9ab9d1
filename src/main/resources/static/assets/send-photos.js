// Sends an owner's form with its photos made smaller, and says how far it is. Without this script the browser sends the form by itself.

import { smaller } from './smaller.js';

// at the document, since a page that is followed draws its forms anew
document.addEventListener('submit', async event => {
  const { target: form, submitter } = event;
  if (!form.querySelector('[type=file]')?.files.length || event.defaultPrevented) return;
  event.preventDefault();
  const address = submitter?.hasAttribute('formaction') ? submitter.formAction : form.action;
  const buttons = form.querySelectorAll('button');
  buttons.forEach(button => { button.disabled = true; });
  try {
    show(form, address, await sent(form, address, await content(form, submitter)));
  } catch {
    say(form, '没有提交：网络断开了。填写的内容还在，网络恢复后请再点一次。', true);
    buttons.forEach(button => { button.disabled = false; });
  }
});

async function content(form, submitter) {
  const files = [...form.querySelector('[type=file]').files];
  const data = new FormData(form);
  // older browsers do not know that a button has a value
  if (submitter?.name) data.set(submitter.name, submitter.value);
  data.delete('photos');
  for (const [index, file] of files.entries()) {
    say(form, `正在准备第 ${index + 1} 张照片，共 ${files.length} 张…`);
    data.append('photos', await smaller(file), file.name);
  }
  return data;
}

/** @returns {Promise<XMLHttpRequest>} with the answer, whatever it is; fetch does not tell how far it is */
function sent(form, address, data) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.upload.addEventListener('progress', ({ loaded, total }) => say(form, `正在上传 ${Math.floor(loaded / total * 100)}%…`));
    request.upload.addEventListener('load', () => say(form, '已上传，正在登记…'));
    request.addEventListener('load', () => done(request));
    ['error', 'abort', 'timeout'].forEach(kind => request.addEventListener(kind, failed));
    request.send(data);
  });
}

/** The page that the answer leads to; a form that came back stays as it is here, with the photos that had been chosen and why it came back. */
function show(form, address, { status: code, responseURL, responseText }) {
  if (code < 400 && responseURL !== address.replace(/#.*/, '')) {
    location.assign(responseURL);
    return;
  }
  const main = new DOMParser().parseFromString(responseText, 'text/html').querySelector('main');
  const again = main?.querySelector('form.sheet');
  if (main && !again && code < 400) {
    document.querySelector('main').replaceWith(main);
    return;
  }
  document.querySelectorAll('main .refused:not(.sending)').forEach(old => old.remove());
  const refused = [...main?.querySelectorAll('.refused') ?? []];
  refused.forEach(part => (part.closest('form') ? form.prepend(part) : form.before(part)));
  if (again) form.elements.key.value = again.elements.key.value;
  form.querySelectorAll('button').forEach(button => { button.disabled = false; });
  form.querySelector(':scope > button').hidden = form.querySelector('.refused:not(.sending) button') !== null;
  // whatever else the server says, what was filled in stays
  say(form, refused.length ? '' : `没有提交。${main?.querySelector('p')?.textContent ?? '请稍后再试。'}填写的内容还在。`, true);
  document.querySelector('.refused')?.scrollIntoView({ block: 'center' });
}

function say(form, what, bad = false) {
  const status = form.querySelector('.sending');
  status.textContent = what;
  status.hidden = what === '';
  status.classList.toggle('refused', bad);
}
