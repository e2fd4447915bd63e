// Runs our own Python inside Pyodide under Node: the same files that the server runs.
//
//   node in_pyodide.mjs FOLDER_OF_PYODIDE ZIP_OF_ROOMS SCRIPT INPUT_JSON
//
// SCRIPT is a Python file with a function judge(text) -> text; its answer goes to standard output.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodideFolder, zipOfRooms, script, input] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodideFolder}/pyodide.mjs`).href);
const pyodide = await loadPyodide({ indexURL: pyodideFolder, stderr: (line) => console.error(line) });
pyodide.unpackArchive(new Uint8Array(readFileSync(zipOfRooms)), "zip", { extractDir: "/rooms" });
pyodide.runPython("import sys; sys.path.insert(0, '/rooms')");
pyodide.runPython(readFileSync(script, "utf8"));
const judge = pyodide.globals.get("judge");
process.stdout.write(judge(readFileSync(input, "utf8")));
