"""What *Run it for a council* says is so: its keys are those that are read, its files and commands are there."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from access.door import Door, SignInWay, configured_door
from store.backups.backup_times import configured_times
from tests.test_architecture import MAY_IMPORT, ROOT, modules, parsed
from web import uploads
from web.sessions import MOST_WINDOWS

TOLD = (ROOT / "docs/run-for-a-council.md").read_text("utf-8")
ENVIRONMENT = (ROOT / "deploy/wsoa-monitor.env").read_text("utf-8")
KEY = r"WSOA_[A-Z]+(?:_[A-Z]+)*"


def test_every_key_that_is_read_stands_there_and_no_other_does():
    read = {
        node.value
        for room in MAY_IMPORT
        for path in modules(room)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(KEY, node.value)
    }
    listed = re.findall(rf"^\| `({KEY})` \|", TOLD, re.MULTILINE)
    assert sorted(listed) == sorted(read)
    assert set(re.findall(rf"^(?:# )?({KEY})=", ENVIRONMENT, re.MULTILINE)) <= read


def environment(*, of_an_issuer: bool) -> dict[str, str]:
    """The file as a container reads it, each line as it stands; with the keys of an issuer, which stand behind a #."""
    plain = re.sub(r"^# (?=WSOA_)", "", ENVIRONMENT, flags=re.MULTILINE) if of_an_issuer else ENVIRONMENT
    return dict(re.findall(rf"^({KEY})=(.*)$", plain, re.MULTILINE))


def test_the_file_to_copy_is_right_as_it_stands(tmp_path):
    told = environment(of_an_issuer=False)
    assert configured_door(told) == Door(SignInWay.LOCAL, "https", "monitor.example.gov.uk")
    assert not configured_times(told).wrong
    (tmp_path / "secret").write_text("s", encoding="utf-8")
    found = configured_door(environment(of_an_issuer=True) | {"WSOA_OIDC_CLIENT_SECRET_FILE": str(tmp_path / "secret")})
    assert (found.wrong, found.way, found.issuer.entra) == ("", SignInWay.OIDC, True)
    assert {role for _, role in found.issuer.roles} == {"reader", "analyst", "lead", "chair", "administrator"}


def test_systemd_reads_the_file_to_copy_as_a_container_does():
    """Quotes, a backslash and blanks at the ends are what the two take otherwise."""
    for told in environment(of_an_issuer=True).values():
        assert not re.search(r"""["'\\]""", told) and told == told.strip()


def test_into_the_image_comes_the_app_and_nothing_that_lies_beside_it():
    lines = [line for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if not line.startswith("#")]
    let_in = {line[1:] for line in lines if line.startswith("!")}
    kept_out = [line for line in lines if not line.startswith("!")]
    assert kept_out == ["*", "**/__pycache__", "**/*.duckdb", "**/*.duckdb.wal"] and lines[0] == "*"
    rooms = {room for room in MAY_IMPORT if (ROOT / room).exists()}
    files = {
        "requirements.lock",
        "pyproject.toml",
        "docs",
        "data/reference",
        "data/sample",
        "data/layouts",
        ".streamlit/config.toml",
    }
    assert let_in == rooms | files | {"README.md", "CHANGELOG.md"}
    tracked = subprocess.run(["git", "ls-files", *let_in], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {name for name in let_in if not re.search(rf"^{re.escape(name)}(/|$)", tracked, re.MULTILINE)} == set()


def test_the_files_that_it_names_are_there_and_speak_of_one_name():
    for name in set(re.findall(r"deploy/([\w.-]+\w)", TOLD)):
        assert (ROOT / "deploy" / name).is_file(), name
    for name in ("wsoa-monitor.env", "wsoa-monitor.service", "nginx.conf"):
        assert "monitor.example.gov.uk" in (ROOT / "deploy" / name).read_text("utf-8")


def test_the_containers_are_those_that_the_proxy_knows_and_the_proxy_is_the_one_that_is_believed():
    compose, caddy = ((ROOT / "deploy" / name).read_text("utf-8") for name in ("compose.yaml", "Caddyfile"))
    (proxied,) = re.findall(r"reverse_proxy (.+) \{", caddy)
    processes = re.findall(r"^  (app-\d+):\n    <<: \*app$", compose, re.MULTILINE)
    assert proxied.split() == [f"{process}:8501" for process in processes] and len(processes) > 1
    (believed,), (given,) = (
        re.findall(rf"{key}: ([\d.]+)$", compose, re.MULTILINE) for key in ("ALLOW_IPS", "ipv4_address")
    )
    assert believed == given
    assert set(re.findall(r"https?://[\w.]+|^[\w.]+(?= \{$)", caddy, re.MULTILINE)) == {"monitor.example.gov.uk"}
    assert f"Host {configured_door(environment(of_an_issuer=False)).host}" in caddy
    for name in ("deploy/Containerfile", "deploy/Caddyfile", "deploy/wsoa-monitor.env"):
        assert name in compose and (ROOT / name).is_file()
    secrets = set(re.findall(r"\$\{(\w+):\?", compose))
    assert secrets == set(re.search(r"for name in ([A-Z_ ]+);", compose)[1].split()), "no secret has a value to forget"
    keys = {*re.findall(r"^    ([A-Z_]+):", compose, re.MULTILINE)}
    assert {key for key in keys if not key.startswith("WSOA_")} <= set(re.findall(r"^\| `([A-Z_]+)` \|", TOLD, re.MULTILINE))


@pytest.mark.parametrize("module", ["access", "store", "plumbing.installed"])
def test_the_commands_that_it_names_are_there(module):
    commands = set(re.findall(rf"-m {re.escape(module)}(?: ([a-z-]+))?\b", TOLD))
    assert commands
    if module != "plumbing.installed":
        parser = __import__(f"{module}.__main__", fromlist=["parser"]).parser()
        known = {name for action in parser._actions for name in getattr(action, "choices", None) or ()}
        assert commands <= known


def test_the_limits_are_those_of_the_code():
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["server"]
    of_one, of_all = uploads.MOST_OF_A_SESSION // uploads.MEGABYTE, uploads.MOST_OF_ALL // uploads.MEGABYTE
    assert f"| one file | {settings['maxUploadSize']} MB; of one browser {of_one} MB, of all {of_all} MB at once;" in TOLD
    assert f"| open windows | {MOST_WINDOWS}, then a sentence |" in TOLD
    assert "client_max_body_size 25m;" in (ROOT / "deploy/nginx.conf").read_text("utf-8")


def test_secrets_are_kept_out_of_git():
    for name in (".streamlit/secrets.toml", "data/wsoa.duckdb"):
        assert subprocess.run(["git", "check-ignore", "-q", name], cwd=ROOT).returncode == 0, name
    assert "MEASURED" not in TOLD and "HOW_FAR" not in TOLD


def test_nothing_to_copy_names_a_registry():
    told = "".join(path.read_text("utf-8") for path in Path(ROOT / "deploy").iterdir())
    assert re.findall(r"\b[\w-]+\.(?:io|org|com)/", told.replace("login.microsoftonline.com/", "")) == []
