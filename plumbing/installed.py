"""What is installed beside this app, with versions and licences, as a list to read or as an SBOM in CycloneDX."""

import argparse
import json
import platform
import re
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions

from plumbing.command_line import Parser, answer, leave

_LICENCE = "License :: "


@dataclass(frozen=True, slots=True)
class Installed:
    """One package: its name as the index spells it, its version and its licence; `not said` where it says none."""

    name: str
    version: str
    licence: str

    @property
    def purl(self) -> str:
        """Its package URL, by which lists of vulnerabilities know it."""
        return f"pkg:pypi/{self.name}@{self.version}"


def installed() -> list[Installed]:
    """Every package of this Python environment, by name; of one that is there twice, the one that is imported."""
    found: dict[str, Installed] = {}
    for each in distributions():
        name = re.sub(r"[-_.]+", "-", each.metadata["Name"]).lower()
        found.setdefault(name, Installed(name, each.version, _licence(each)))
    return sorted(found.values(), key=lambda each: each.name)


def sbom(packages: list[Installed]) -> dict[str, object]:
    """The list as a CycloneDX 1.6 document, with the Python that runs it."""
    components = [{"type": "platform", "name": "python", "version": platform.python_version()}]
    components += [
        {
            "type": "library",
            "name": each.name,
            "version": each.version,
            "purl": each.purl,
            "bom-ref": each.purl,
            "licenses": [{"license": {"name": each.licence}}],
        }
        for each in packages
    ]
    about = {"component": {"type": "application", "name": "wsoa-monitor", "bom-ref": "wsoa-monitor"}}
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": about, "components": components}


def _licence(package: Distribution) -> str:
    """As it says itself: an expression, else a name in one line, else what it is classified as."""
    told = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    if told and "\n" not in told.strip() and len(told) <= 80:
        return told.strip()
    named = [each.rpartition(" :: ")[2] for each in package.metadata.get_all("Classifier", []) if each.startswith(_LICENCE)]
    return ", ".join(named) or "not said"


def parser() -> Parser:
    """The one command and its option."""
    top = Parser(prog="python -m plumbing.installed", description="What is installed, with versions and licences.")
    top.add_argument("--json", action="store_true", help="as an SBOM: CycloneDX 1.6")
    top.set_defaults(run=run_installed)
    return top


def run_installed(asked: argparse.Namespace) -> int:
    """Print the list."""
    found = installed()
    if asked.json:
        print(json.dumps(sbom(found), indent=2, ensure_ascii=False))
        return 0
    width, wide = max(len(each.name) for each in found), max(len(each.version) for each in found)
    print(f"{'python':{width}}  {platform.python_version():{wide}}  PSF-2.0")
    print("\n".join(f"{each.name:{width}}  {each.version:{wide}}  {each.licence}" for each in found))
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    return answer(parser(), arguments, ())


if __name__ == "__main__":
    leave(main)
