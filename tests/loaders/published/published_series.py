"""Invented published figures, as few words as a test needs."""

from programme.published import Published


def figure(series="requests_refused", area="Kent", period="2024", counts=(600, 1_000), value=60.0, row=2, loaded=None):
    codes = {"England": "E92000001", "South East": "E12000008", "Kent": "E10000016", "Surrey": "E10000030"}
    code = codes.get(area, f"E0600{sum(map(ord, area)) % 10_000:04}")
    top, bottom = counts
    place = (series, "Requests refused", code, area, "calendar year", period)
    return Published(*place, top, bottom, value, None, "percent", "DfE", "requests.csv", row, loaded)


def keyed(figures):
    return {(each.series, each.area_code, each.period): each for each in figures}
