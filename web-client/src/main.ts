import './tokens.css';
import './base.css';
import { mount } from 'svelte';
import App from './app/App.svelte';

const target = document.getElementById('app');
if (target) mount(App, { target });

// The font's rules come after the page: it stands in the system's font until then, as `swap` would have it.
void import('./fonts.css');
