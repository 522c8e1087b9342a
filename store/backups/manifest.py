"""What a backup says of itself: its edition, its files with their hashes and rows, and what shows that nobody altered it."""

import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from store.errors import not_restored

MANIFEST, SEAL = "manifest.json", "manifest.hmac"
KEY_NAME = "WSOA_BACKUP_KEY"
LARGEST = 1_000_000  # bytes: a manifest has a line or two for each table


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """One file of a backup: how many rows it holds, its size in bytes and its SHA-256."""

    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class BackupManifest:
    """What a backup holds: `edition` is the number of the last migration, `files` go by name.

    `sealed` says that a file beside it holds its HMAC-SHA256 under the configured key.
    """

    edition: int
    newest_change: int
    made_at: str
    sealed: bool
    files: Mapping[str, CopiedTable]

    def as_bytes(self) -> bytes:
        """The file that is written, always the same for the same contents."""
        return (json.dumps(asdict(self), indent=1, sort_keys=True) + "\n").encode()

    @property
    def names(self) -> set[str]:
        """Every file that must stand in the folder, and no other may."""
        return {*self.files, MANIFEST, *([SEAL] if self.sealed else [])}


def configured_key() -> bytes:
    """The key of `WSOA_BACKUP_KEY`; empty where none is configured."""
    return os.fsencode(os.environ.get(KEY_NAME, ""))


def hash_of(folder: Path) -> str:
    """The SHA-256 of a backup's manifest, as hexadecimal digits: what restore asks for where no key is configured."""
    return sha256((folder / MANIFEST).read_bytes()).hexdigest()


def write_manifest(folder: Path, manifest: BackupManifest, key: bytes) -> None:
    """Write the manifest and, with a key, its seal."""
    content = manifest.as_bytes()
    (folder / MANIFEST).write_bytes(content)
    if key:
        (folder / SEAL).write_text(_sealed(content, key) + "\n", encoding="ascii")


def trusted_manifest(folder: Path, expected: str, key: bytes) -> BackupManifest:
    """The manifest of a backup; it is read once its hash is the `expected` one or its seal is of this key.

    Raises StoreError for one that is missing, altered or cannot be vouched for.
    """
    content = _content(folder, MANIFEST)
    got, sealed = sha256(content).hexdigest(), (folder / SEAL).exists()
    if expected and not hmac.compare_digest(got.encode(), expected.strip().lower().encode()):
        raise not_restored(folder, f"its manifest must have the hash {expected.strip()}", f"{got}, so it was altered")
    if key and sealed and not hmac.compare_digest(_content(folder, SEAL), f"{_sealed(content, key)}\n".encode()):
        raise not_restored(
            folder, f"its manifest must be sealed with the key in {KEY_NAME}", "another seal: one of the two was altered"
        )
    if not expected and not (key and sealed):
        raise not_restored(
            folder,
            "somebody must vouch for its manifest: give the hash that backup printed, --manifest HASH, or set the key it "
            f"was sealed with in {KEY_NAME}",
            f"a backup {'with' if sealed else 'without'} a seal and {'a' if key else 'no'} key",
        )
    return _parsed(folder, content)


def _sealed(content: bytes, key: bytes) -> str:
    return hmac.new(key, content, sha256).hexdigest()


def _content(folder: Path, name: str) -> bytes:
    path = folder / name
    if path.is_symlink() or not path.is_file():
        raise not_restored(folder, f"it must hold the file {name}", "none")
    if path.stat().st_size > LARGEST:
        raise not_restored(folder, f"{name} must be at most {LARGEST:,} bytes long", f"{path.stat().st_size:,}")
    return path.read_bytes()


def _parsed(folder: Path, content: bytes) -> BackupManifest:
    try:
        told = json.loads(content)
        files = {name: CopiedTable(**each) for name, each in told.pop("files").items()}
        manifest = BackupManifest(files=files, **told)
        whole = manifest.as_bytes() == content and isinstance(manifest.edition, int)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        whole = False
    if not whole:
        raise not_restored(folder, f"{MANIFEST} must be as backup writes it", "something else")
    return manifest
