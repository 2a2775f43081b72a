import { render } from 'preact';
import { App } from './app';
import { start } from './start';
import './style/base.css';
import './style/frame.css';
import './style/parts.css';
import './style/chair.css';
import './style/pads.css';
import './style/figures.css';
import './style/motions.css';
import './style/day.css';
import './style/trends.css';
import './style/coach.css';
import './style/settings.css';

const page = document.getElementById('page');
if (page) render(<App />, page);
start();
