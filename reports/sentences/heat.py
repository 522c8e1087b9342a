"""The signs of a heat map in words."""

KEY = (
    "· not due or not collected yet; – no figure returned or published; c hidden or suppressed; x not available; "
    "z not applicable. A pale shape is an annual figure carried forward."
)
SHARES_KEY = "– no KPI was rated. A number is how many KPIs were red; the more it stands out, the larger their share."
