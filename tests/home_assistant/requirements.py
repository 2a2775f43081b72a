"""Prints what the parts of Home Assistant that are used here need from PyPI, as its own manifests say."""

import ast
import json
import pathlib

import homeassistant

components = pathlib.Path(homeassistant.__file__).parent / "components"
todo = {"mqtt", "config", "api", "history", "logbook", "recorder", "template", "input_boolean"}
for node in ast.parse((components.parent / "bootstrap.py").read_text()).body:
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "DEFAULT_INTEGRATIONS":
        todo |= set(ast.literal_eval(node.value))
# A page asks which services there are, and for their words Home Assistant imports all of these.
for node in ast.walk(ast.parse((components.parent / "helpers/service.py").read_text())):
    if isinstance(node, ast.FunctionDef) and node.name == "_base_components":
        for one in ast.walk(node):
            if isinstance(one, ast.ImportFrom) and one.module == "homeassistant.components":
                todo |= {alias.name for alias in one.names}
seen, requirements = set(), set()
while todo:
    domain = todo.pop()
    manifest = components / domain / "manifest.json"
    if domain in seen or not manifest.exists():
        continue
    seen.add(domain)
    said = json.loads(manifest.read_text())
    requirements |= set(said.get("requirements", []))
    todo |= set(said.get("dependencies", []))
print("\n".join(sorted(requirements)))
