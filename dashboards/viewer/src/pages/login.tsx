// For hubs that are open to a network: the password first.
import { useState } from 'preact/hooks';
import { NoAnswer, Refusal, sendJson } from '../api/http';
import type { Session } from '../api/types';
import { go } from '../router';
import { said } from '../said';
import { start } from '../start';
import { session } from '../state';
import { t } from '../texts';

function sentence(error: unknown): string {
  if (error instanceof NoAnswer) return t('do.no_answer');
  if (error instanceof Refusal && error.status === 429)
    return t('login.too_often', { seconds: error.retryAfter ?? 60 });
  if (error instanceof Refusal && error.status === 401) return t('login.failed');
  return t('do.refused', { error: said((error as Error).message) });
}

export function Login() {
  const [password, type] = useState('');
  const [trouble, say] = useState('');
  const open = async (event: Event) => {
    event.preventDefault();
    try {
      const answer = await sendJson('/api/session', { password });
      session.value = (await answer.json()) as Session;
      say('');
      go('/');
      await start();
    } catch (error) {
      say(sentence(error));
    }
  };
  return (
    <main class="login" id="main">
      <form class="card" onSubmit={open}>
        <h1>{t('login.title')}</h1>
        <p>{t('login.text')}</p>
        <label>
          {t('login.password')}
          <input
            type="password"
            autocomplete="current-password"
            required
            value={password}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
        <p class="refused-text" role="alert">
          {trouble}
        </p>
        <button type="submit" class="main-button">
          {t('login.go')}
        </button>
      </form>
    </main>
  );
}
