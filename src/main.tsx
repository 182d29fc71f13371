import { render } from '#dom';

const root = document.getElementById('app');
if (root) render(() => <h1>Harebell</h1>, root);
