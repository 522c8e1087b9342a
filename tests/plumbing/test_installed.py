import json
import platform
from importlib.metadata import version

from plumbing.installed import Installed, installed, main, sbom


def test_every_package_is_listed_once_by_its_name_with_version_and_licence():
    found = {each.name: each for each in installed()}
    assert list(found) == sorted(found) and len(found) == len(installed())
    assert found["duckdb"] == Installed("duckdb", version("duckdb"), "MIT License")
    assert found["typing-extensions"].licence == "PSF-2.0", "however it is spelt where it is installed"
    assert all(each.licence for each in found.values())


def test_the_list_is_a_document_that_scanners_read():
    (python, one) = sbom([Installed("duckdb", "2.0.0", "MIT")])["components"]
    assert python == {"type": "platform", "name": "python", "version": platform.python_version()}
    assert one == {
        "type": "library",
        "name": "duckdb",
        "version": "2.0.0",
        "purl": "pkg:pypi/duckdb@2.0.0",
        "bom-ref": "pkg:pypi/duckdb@2.0.0",
        "licenses": [{"license": {"name": "MIT"}}],
    }


def test_it_comes_out_of_a_command_to_read_and_as_an_sbom(capsys):
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["python", platform.python_version(), "PSF-2.0"]
    assert len(lines) == len(installed()) + 1
    assert main(["--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert len(told["components"]) == len(lines)
