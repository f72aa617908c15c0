"""seeds.py FOLDER: every template of the recorded renders as an input of the fuzzer, a file each."""

import hashlib
import json
import pathlib
import sys

TABLES = pathlib.Path(__file__).resolve().parents[1] / "conformance"
LANGUAGES = {"jinja2": 0, "jinja2language": 0, "nunjucks": 1, "backstage": 5}  # the first byte, see onefuzz.cpp
EXTENSIONS = 8  # in the second byte


def main(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, language in LANGUAGES.items():
        for table in (TABLES / name).glob("*.json"):
            recorded = json.loads(table.read_text())
            for row in recorded["rows"] if isinstance(recorded, dict) else recorded:
                seed = bytes([language, EXTENSIONS]) + row["template"].encode(errors="surrogatepass")
                (folder / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)


if __name__ == "__main__":
    main(*sys.argv[1:])
