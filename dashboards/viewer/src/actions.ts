// What somebody can ask of a chair, in the words of the hub's commands.
import { send } from './api/http';
import { chairPath, sayLogged } from './state';

export const set = (name: string, value: string): Promise<Response> => send(chairPath(`/set/${name}`), value);
export const command = (name: string, value: string): Promise<Response> => send(chairPath(`/cmd/${name}`), value);
export const onOff = (on: boolean): string => (on ? 'ON' : 'OFF');

export async function answer(word: 'done' | 'skip' | 'hurts' | 'restore', exercise: string): Promise<void> {
  await command('exercise', `${word} ${exercise}`);
  sayLogged(['answers', 'alerts']);
}
