// Reading from the hub and asking it to do something; a refusal comes back as the hub's own sentence.
import { session } from '../state';
import type { Session } from './types';

export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}
// The hub did not answer at all.
export class NoAnswer extends Error {}

async function refusal(response: Response): Promise<Refusal> {
  const text = await response.text().catch(() => '');
  const wait = Number(response.headers.get('Retry-After'));
  let sentence = text || response.statusText;
  try {
    sentence = (JSON.parse(text) as { error?: string }).error ?? sentence;
  } catch {
    // not JSON: the text itself is the sentence
  }
  return new Refusal(response.status, sentence, wait > 0 ? wait : null);
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NoAnswer();
  }
  if (response.ok) return response;
  if (response.status === 401 && path !== '/api/session' && session.value)
    session.value = { ...session.value, access: 'none' };
  throw await refusal(response);
}

export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await ask(path, signal ? { signal } : {});
  return (await response.json()) as T;
}

export async function send(path: string, body: string, type = 'text/plain', method = 'POST'): Promise<Response> {
  const headers: Record<string, string> = { 'Content-Type': type };
  if (session.value?.csrf) headers['X-CSRF-Token'] = session.value.csrf;
  return ask(path, { method, headers, ...(method === 'DELETE' ? {} : { body }) });
}

export const sendJson = (path: string, body: unknown): Promise<Response> =>
  send(path, JSON.stringify(body), 'application/json');
export const remove = (path: string): Promise<Response> => send(path, '', 'text/plain', 'DELETE');

export async function readSession(): Promise<Session> {
  session.value = await read<Session>('/api/session');
  return session.value;
}
