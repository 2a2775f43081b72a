// The program itself on a simulated chair, with a broker of its own, in a folder of its own.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = process.env.CHAIRHUB_ROOT ?? new URL('../..', import.meta.url).pathname.replace(/\/$/, '');
const program = process.env.CHAIRHUB_PROGRAM ?? join(root, 'build/release/chairhub');
export const yearOfLog = join(root, 'build/viewer/year.db');
const page = join(root, 'dashboards/viewer/dist');
const environment = { ...process.env, TZ: 'Europe/Berlin', PATH: `${process.env.PATH}:/usr/sbin:/sbin` };

export const pause = (ms) => new Promise((next) => setTimeout(next, ms));

// What is waited for, with what came instead when it does not come.
export async function until(what, look, patienceMs = 30_000) {
  const end = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`waited ${patienceMs / 1000} s in vain for: ${what}`);
    await pause(50);
  }
}

export const freePort = () =>
  new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

// The line for the configuration that makes `password` the one.
export const passwordLine = (password) =>
  execFileSync(program, ['web-password'], {
    input: `${password}\n`,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });

// Hubs and brokers. Those of tests that failed are ended with the rest, or nothing would come to its end.
export const running = new Set();

class Process {
  output = '';
  ended = false;
  constructor(file, args, options = {}) {
    this.child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment, ...options });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream.on('data', (text) => {
        this.output += text;
      });
    this.end = new Promise((done) => this.child.on('exit', done));
    this.end.then(() => {
      this.ended = true;
    });
  }
  async says(text, patienceMs) {
    await until(
      `"${text}" from ${this.child.spawnfile}, which said:\n${this.output}`,
      () => {
        if (this.ended && !this.output.includes(text)) throw new Error(`it ended:\n${this.output}`);
        return this.output.includes(text);
      },
      patienceMs,
    );
  }
  async stop(signal = 'SIGTERM') {
    if (!this.ended) this.child.kill(signal);
    await this.end;
  }
}

// The first minute is made for calibrating: empty, then supported. Afterwards most of what an alert is about, until
// late, because the hub ends with it and a busy machine needs long for all tests.
const story = `
seed 5
weight_kg 78
shifts_per_hour 3
08:59:40 stand
09:00 sit supported
09:20 sit bent_forward 9min
09:45 stand 8min
10:00 sit supported
10:20 sit unsupported_upright 14min
10:50 stand 7min
11:10 sit slumped 6min
12:00 stand 20min
12:20 sit supported
13:30 sit bent_forward 9min
14:00 stand 8min
14:20 sit supported
16:00 stand 8min
16:20 sit supported
18:00 stand 20min
18:20 sit supported
19:30 sit bent_forward 9min
20:00 stand 8min
20:20 sit supported
23:40 stand
23:50 end
`;

export class Broker {
  static async start() {
    const broker = new Broker();
    broker.folder = mkdtempSync(join(tmpdir(), 'chairhub-viewer-broker-'));
    broker.port = await freePort();
    const config = join(broker.folder, 'mosquitto.conf');
    writeFileSync(config, `listener ${broker.port} 127.0.0.1\nallow_anonymous true\npersistence false\n`);
    broker.process = new Process('mosquitto', ['-c', config]);
    running.add(broker);
    await broker.process.says(' running');
    broker.listener = new Process('mosquitto_sub', ['-p', `${broker.port}`, '-v', '-t', 'chairhub/#']);
    return broker;
  }
  // The newest payload of a topic, as JSON.
  newest(topic) {
    const lines = this.listener.output.split('\n').filter((line) => line.startsWith(`${topic} {`));
    return lines.length ? JSON.parse(lines[lines.length - 1].slice(topic.length + 1)) : null;
  }
  // Whether a command was told as obeyed.
  obeyed(command, value) {
    const told = this.listener.output.split('\n').filter((line) => line.startsWith('chairhub/desk/obeyed {'));
    return told.some((line) => {
      const one = JSON.parse(line.slice(line.indexOf('{')));
      return one.command === command && (one.value ?? '').match(value);
    });
  }
  async end() {
    running.delete(this);
    await this.listener?.stop();
    await this.process.stop();
    rmSync(this.folder, { recursive: true });
  }
}

export class Hub {
  static async make({ broker = null, speed = 60, web = '', calibrated = true, database = null, chairs = '', day = story } = {}) {
    const hub = new Hub();
    hub.folder = mkdtempSync(join(tmpdir(), 'chairhub-viewer-'));
    hub.port = await freePort();
    hub.url = `http://localhost:${hub.port}`;
    if (database) copyFileSync(database, hub.file('chairhub.db'));
    writeFileSync(hub.file('day.scenario'), day);
    mkdirSync(hub.file('recordings'));
    const config = (pace, calibration) => `
[[chair]]
id = "desk"
name = "Desk"
armrests = false
${calibration ? 'calibration = "person.toml"' : ''}
kit = { driver = "simulated", scenario = "./day.scenario", speed = ${pace}, start = "2026-03-02T08:59:40" }
[[chair.profile]]
name = "anna"
[[chair.profile]]
name = "ben"
${chairs}
[storage]
database = "chairhub.db"
[web]
port = ${hub.port}
files = "${page}"
recordings = "recordings"
${web}
${broker ? `[mqtt]\nhost = "127.0.0.1"\nport = ${broker.port}` : ''}
`;
    if (calibrated) hub.#calibrate(config(0, false));
    writeFileSync(hub.file('hub.toml'), config(speed, calibrated));
    await hub.start();
    return hub;
  }
  file(name) {
    return join(this.folder, name);
  }
  run(...args) {
    return execFileSync(program, args, {
      cwd: this.folder,
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
  #calibrate(config) {
    writeFileSync(this.file('first-minute.toml'), config);
    this.run('record', '--config', 'first-minute.toml', '--seconds', '60', '-o', 'minute.csv');
    const begin = Number(readFileSync(this.file('minute.csv'), 'utf8').split('\n')[1].split(',')[0]);
    const part = (from, to) => `${begin + from}..${begin + to}`;
    this.run(
      'calibrate',
      '--config',
      'first-minute.toml',
      '--from',
      'minute.csv',
      '--empty',
      part(3000, 15000),
      '--supported',
      part(32000, 55000),
      '--save',
      'person.toml',
    );
  }
  async start() {
    this.process = new Process(program, ['run', '--config', this.file('hub.toml')], { cwd: this.folder });
    await this.process.says(`localhost:${this.port}/`);
    running.add(this);
  }
  async stop(signal) {
    await this.process.stop(signal);
  }
  async end() {
    running.delete(this);
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }
  // Rows of the log, read beside the running hub.
  sql(question) {
    const text = execFileSync(
      'sqlite3',
      ['-readonly', '-json', '-cmd', '.timeout 5000', this.file('chairhub.db'), question],
      { encoding: 'utf8' },
    );
    return text.trim() ? JSON.parse(text) : [];
  }
  setting(key) {
    return this.sql(`SELECT value FROM settings WHERE chair='desk' AND key='${key}'`)[0]?.value ?? null;
  }
  async api(path) {
    const response = await fetch(this.url + path);
    return response.json();
  }
  has(name) {
    return existsSync(this.file(name));
  }
}
