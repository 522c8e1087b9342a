import pytest

from store.backups.manifest import BackupManifest, CopiedTable, hash_of, trusted_manifest, write_manifest
from store.errors import StoreError

KEY = b"a key of this house"
FILES = {"figures.parquet": CopiedTable(rows=2, size=310, sha256="a" * 64)}


def made(sealed: bool) -> BackupManifest:
    return BackupManifest(edition=3, newest_change=7, made_at="2025-02-03T10:00:00+00:00", sealed=sealed, files=FILES)


def test_what_is_written_is_what_is_read(tmp_path):
    write_manifest(tmp_path, made(sealed=True), KEY)
    assert trusted_manifest(tmp_path, "", KEY) == made(sealed=True)
    assert trusted_manifest(tmp_path, f" {hash_of(tmp_path).upper()} ", b"") == made(sealed=True)


def test_without_a_key_there_is_no_seal_and_its_hash_is_asked_for(tmp_path):
    write_manifest(tmp_path, made(sealed=False), b"")
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]
    with pytest.raises(StoreError, match=r"got: a backup without a seal and a key\. Nothing was restored\."):
        trusted_manifest(tmp_path, "", KEY)
    with pytest.raises(StoreError, match=f"must have the hash 0000, got: {hash_of(tmp_path)}, so it was altered"):
        trusted_manifest(tmp_path, "0000", KEY)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"files": {"a": 1}}', '{"files": {}, "edition": "3"}', "[" * 9999]
)
def test_a_manifest_of_another_kind_is_a_sentence(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(StoreError, match=r"manifest\.json must be as backup writes it, got: something else"):
        trusted_manifest(tmp_path, hash_of(tmp_path), b"")


def test_a_manifest_that_fills_the_memory_is_not_read(tmp_path):
    (tmp_path / "manifest.json").write_text(" " * 1_000_001)
    with pytest.raises(StoreError, match="must be at most 1,000,000 bytes long, got: 1,000,001"):
        trusted_manifest(tmp_path, "", KEY)
