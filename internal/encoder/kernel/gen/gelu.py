#!/usr/bin/env python3
"""Fits gelu's polynomial (kernel/gelu.go) and measures it; needs numpy and scipy.

gelu(x) = x * (0.5 + c*P(c*c*scale - 1)), c = x clamped to -limit..limit. P has the
least greatest error of x*Phi(x), with P forced near 0.5/limit at the limit, since
beyond it the error grows with x. Prints the coefficients, highest power first.
"""
import sys
import numpy as np
from scipy.optimize import linprog
from scipy.special import ndtr

f = np.float32


def fit(limit, degree, reach=10.0):
    x = limit * np.sin(np.linspace(0, np.pi / 2, 1500)[1:])
    u = x * x * (2 / limit**2) - 1
    basis = np.polynomial.chebyshev.chebvander(u, degree) * (x * x)[:, None]
    want = x * (ndtr(x) - 0.5)
    end = np.ones((1, degree + 1)) * limit * reach
    rows = np.vstack([basis, -basis, end, -end])
    right = np.concatenate([want, -want, [0.5 * reach], [-0.5 * reach]])
    rows = np.hstack([rows, -np.ones((len(rows), 1))])
    got = linprog([0] * (degree + 1) + [1], A_ub=rows, b_ub=right, bounds=[(None, None)] * (degree + 2), method="highs")
    return np.polynomial.chebyshev.cheb2poly(got.x[:-1])[::-1].astype(f), got.x[-1]


def gelu(x, coefficients, limit):
    """The same float32 operations as kernel/gelu.go."""
    c = np.minimum(np.maximum(x, f(-limit)), f(limit))
    u = c * c * f(2 / limit**2) - f(1)
    p = np.full_like(x, coefficients[0])
    for k in coefficients[1:]:
        p = p * u + k
    return x * (f(0.5) + c * p)


def worst(coefficients, limit):
    x = np.linspace(-10, 10, 2000001).astype(f)
    wide = x.astype(np.float64)
    return np.abs(gelu(x, coefficients, limit) - wide * ndtr(wide)).max()


if __name__ == "__main__":
    for degree in range(6, 11):
        for limit in np.arange(3.75, 5.3, 0.125):
            coefficients, ideal = fit(limit, degree)
            print(degree, limit, "ideal %.2e float32 %.2e" % (ideal, worst(coefficients, limit)), [float(k) for k in coefficients] if "-v" in sys.argv else "")
