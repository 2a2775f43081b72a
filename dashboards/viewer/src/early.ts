// Before anything is drawn: the colours that somebody chose, so that nothing flashes.
const chosen = localStorage.getItem('chairhub.theme');
if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
