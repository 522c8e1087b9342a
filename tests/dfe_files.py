"""A small file in the shape of the DfE's `requests.csv`, byte-order mark, mixed-case headings and symbols included."""

HEADINGS = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,"
    "la_name,Breakdown_Topic,breakdown,requests_received_in_year,requests_rya,requests_decided_to_assess,"
    "requests_decided_not_to_assess,requests_decision_not_made,requests_withdrawn,request_assess_pc,request_not_assess_pc,"
    "request_outstanding_pc,request_withdrawn_pc,request_outcome_six_weeks,request_outcome_over_6_weeks,"
    "request_outcome_six_weeks_pc,request_outcome_over_6_weeks_pc,mediation_related_request,tribunal_related_request,"
    "tribunal_after_mediation_request"
)
PLACES = {
    "England": "National,E92000001,England,,,,,",
    "Kent": "Local authority,E92000001,England,E12000008,South East,E10000016,886,Kent",
    "Essex": "Local authority,E92000001,England,E12000006,East of England,E10000012,881,Essex",
    "Medway": "Local authority,E92000001,England,E12000008,South East,E06000035,887,Medway",
}


def requests(year: int = 2024, refused: int = 2_200, headings: str = HEADINGS) -> bytes:
    """Requests and refusals of England, Kent and Medway in one year; Essex has none available."""
    lines = [
        _line(year, "England", 150_000, 37_800, "25.2", "120000,25000,82.8,17.2"),
        _line(year, "Kent", 4_001, refused, f"{refused / 40.01:.1f}", "3602,367,90.8,9.2"),
        _line(year, "Medway", 900, 90, "10.0", "450,450,50.0,50.0"),
        _line(year, "Essex", "x", "x", "x", "x,x,x,x"),
    ]
    return "\r\n".join(["﻿" + headings, *lines, ""]).encode()


def _line(year: int, place: str, received: object, refused: object, share: str, outcome: str) -> str:
    breakdown = "All requests for EHC needs assessments,All requests for EHC needs assessments"
    return f"{year},Calendar year,{PLACES[place]},{breakdown},{received},0,0,{refused},0,0,0,{share},0,0,{outcome},0,0,0"
