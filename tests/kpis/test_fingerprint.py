import shutil
from pathlib import Path

import kpis
from kpis.fingerprint import definitions_fingerprint, fingerprint_of


def test_a_letter_of_one_definition_makes_it_another_and_line_ends_do_not(tmp_path):
    copied = Path(shutil.copytree(kpis.__path__[0], tmp_path / "kpis"))
    assert fingerprint_of(copied) == definitions_fingerprint()
    definition = next(copied.rglob("plans_within_20_weeks.py"))
    signed = definition.read_bytes()
    definition.write_bytes(signed.replace(b"\n", b"\r\n"))
    assert fingerprint_of(copied) == definitions_fingerprint()
    definition.write_bytes(signed + b"#")
    assert fingerprint_of(copied) != definitions_fingerprint()
    definition.write_bytes(signed)
    definition.rename(definition.with_name("plans_in_20_weeks.py"))
    assert fingerprint_of(copied) != definitions_fingerprint()
