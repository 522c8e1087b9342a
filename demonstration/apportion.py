"""Shares a whole number out over parts so that they add up to it exactly."""

from collections.abc import Sequence


def apportion(total: int, weights: Sequence[float], limits: Sequence[float] | None = None) -> list[int]:
    """Split `total` in proportion to `weights` by largest remainder; no part exceeds its limit.

    Raises ValueError when the limits leave no room for the total.
    """
    limits = list(limits) if limits is not None else [total] * len(weights)
    if total > sum(limits):
        raise ValueError(f"The parts must have room for the total of {total}, got: limits that add up to {sum(limits):g}")
    whole = sum(weights)
    quotas = [total * weight / whole if whole else total / len(weights) for weight in weights]
    parts = [int(min(quota, limit)) for quota, limit in zip(quotas, limits, strict=True)]
    while (left := total - sum(parts)) > 0:
        roomy = [index for index, part in enumerate(parts) if part + 1 <= limits[index]]
        roomy.sort(key=lambda index: (parts[index] - quotas[index], index))
        for index in roomy[:left]:
            parts[index] += 1
    return parts
